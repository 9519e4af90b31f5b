package io.baton.resilience.simulation;

import io.baton.application.Surroundings;
import io.baton.application.Tokens;
import io.baton.domain.queue.Receipt;
import io.baton.domain.task.WriteToken;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A number for what objects hold, all the way down: two that hold the same have the same. Names that are only ever
 * compared with themselves (receipts, tokens of writes, counters of ids) do not count, nor does the order of sets.
 */
final class StateHash {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final Set<Class<?>> NAMES =
            Set.of(Receipt.class, WriteToken.class, Tokens.class, Surroundings.class);
    private static final Set<String> COUNTERS = Set.of("receipts");
    private static final Map<Class<?>, List<Field>> FIELDS = new HashMap<>();

    private final boolean deep;
    private final IdentityHashMap<Object, Long> seen = new IdentityHashMap<>();

    private StateHash(boolean deep) {
        this.deep = deep;
    }

    /** Of what objects of the core remember. */
    static StateHash ofMemory() {
        return new StateHash(true);
    }

    /** Of what is said: values, and what a lambda brings with it; an object that does work is known by its class. */
    static StateHash ofWords() {
        return new StateHash(false);
    }

    static long mix(long hash, long more) {
        long mixed = (hash ^ more) * STEP;
        return mixed ^ (mixed >>> 29);
    }

    long of(@Nullable Object given) {
        if (given == null) {
            return 1;
        }
        Long value = plain(given);
        if (value != null) {
            return mix(given.getClass().getSimpleName().hashCode(), value);
        }
        Long known = seen.putIfAbsent(given, 2L);
        if (known != null) {
            return known;
        }
        long hash = compound(given);
        seen.put(given, hash);
        return hash;
    }

    private static @Nullable Long plain(Object given) {
        if (given instanceof Number number) {
            return number instanceof Double d ? Double.doubleToLongBits(d) : Long.valueOf(number.longValue());
        }
        if (given instanceof Enum<?> one) {
            return (long) one.name().hashCode();
        }
        if (given instanceof Instant at) {
            return mix(at.getEpochSecond(), at.getNano());
        }
        if (given instanceof Duration time) {
            return time.toNanos();
        }
        boolean text = given instanceof String || given instanceof Boolean || given instanceof Character;
        return text ? Long.valueOf(given.hashCode()) : null;
    }

    private long compound(Object given) {
        if (given instanceof Optional<?> maybe) {
            return mix(3, of(maybe.orElse(null)));
        }
        if (given instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(e -> mix(of(e.getKey()), of(e.getValue())))
                    .sum();
        }
        if (given instanceof Set<?> set) {
            return set.stream().mapToLong(this::of).sum();
        }
        if (given instanceof Collection<?> all) {
            return ordered(all);
        }
        if (given instanceof Object[] all) {
            return ordered(Arrays.asList(all));
        }
        if (given instanceof AtomicBoolean flag) {
            return mix(4, flag.get() ? 1 : 0);
        }
        if (given instanceof AtomicReference<?> reference) {
            return of(reference.get());
        }
        return own(given);
    }

    private long ordered(Collection<?> all) {
        long hash = 5;
        for (Object one : all) {
            hash = mix(hash, of(one));
        }
        return hash;
    }

    private long own(Object given) {
        Class<?> type = given.getClass();
        if (given instanceof SimNode node) {
            return mix(6, node.name.hashCode());
        }
        if (given instanceof TurnLock lock) {
            return mix(7, lock.held() ? 1 : 0);
        }
        boolean opaque = NAMES.contains(type)
                || Proxy.isProxyClass(type)
                || !type.getName().startsWith("io.baton.")
                || (type.getName().startsWith("io.baton.resilience.") && !type.isHidden() && !type.isRecord());
        boolean works =
                !deep && !type.isHidden() && !type.isRecord() && type.getName().startsWith("io.baton.application.");
        return opaque || works ? type.getName().hashCode() : fields(given, type);
    }

    private long fields(Object given, Class<?> type) {
        long hash = type.isHidden() ? typeOfLambda(type) : type.getName().hashCode();
        for (Field field : fieldsOf(type)) {
            try {
                hash = mix(hash, of(field.get(given)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return hash;
    }

    /** A lambda's name differs from run to run of the JVM but not within one, which is all that is compared. */
    private static long typeOfLambda(Class<?> type) {
        return type.getName().hashCode();
    }

    private static List<Field> fieldsOf(Class<?> type) {
        synchronized (FIELDS) {
            return FIELDS.computeIfAbsent(type, StateHash::find);
        }
    }

    private static List<Field> find(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !COUNTERS.contains(field.getName())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
