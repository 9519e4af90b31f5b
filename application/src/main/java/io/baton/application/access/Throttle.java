package io.baton.application.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down who fails again and again. The first failures of a key are free; each further one doubles the time for which
 * the key is refused unheard, from 1 s to 15 min. A success, or 15 min of peace, forgives all.
 */
final class Throttle {
    private static final long LONGEST_SECONDS = Duration.ofMinutes(15).toSeconds();
    /** 10,000 keys are remembered: more names or addresses push the oldest out. */
    private static final int MOST_KEYS = 10_000;

    private final int free;
    private final LongSupplier nanos;
    private final Map<String, Failures> failures = new LinkedHashMap<>(); // guarded by this

    private record Failures(int count, long lastNanos) {}

    /** @param free how many failures cost nothing */
    Throttle(int free, LongSupplier nanos) {
        this.free = free;
        this.nanos = nanos;
    }

    /** How long the key is still refused; zero = it is heard. */
    synchronized Duration pause(String key) {
        Failures known = failures.get(key);
        if (known == null || known.count() < free) {
            return Duration.ZERO;
        }
        long seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(30, known.count() - free));
        Duration left = Duration.ofSeconds(seconds).minusNanos(nanos.getAsLong() - known.lastNanos());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String key) {
        long now = nanos.getAsLong();
        Failures known = failures.remove(key);
        boolean old = known == null
                || now - known.lastNanos() > Duration.ofSeconds(LONGEST_SECONDS).toNanos();
        failures.put(key, new Failures(known == null || old ? 1 : known.count() + 1, now));
        if (failures.size() > MOST_KEYS) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
