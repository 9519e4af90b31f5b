package io.baton.bootstrap.node;

import io.baton.domain.port.StoreWarning;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What an operator should know about how the stores keep what they are given: logged at the start, and asked anew when somebody looks. */
final class StoreWarnings {
    private static final Logger LOG = System.getLogger(StoreWarnings.class.getName());
    /** 1 min: settings of servers are changed by people. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Map<String, Supplier<List<StoreWarning>>> stores = new LinkedHashMap<>();
    private final Map<String, Looked> looks = new LinkedHashMap<>(); // guarded by this
    private final LongSupplier nanos;

    private record Looked(long nanos, List<StoreWarning> found) {}

    StoreWarnings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Logs what a store tells now. @param name for metrics; each store once */
    void add(String name, Supplier<List<StoreWarning>> store) {
        stores.put(name, store);
        of(name).forEach(warning -> LOG.log(Level.WARNING, warning.text()));
    }

    Iterable<String> names() {
        return List.copyOf(stores.keySet());
    }

    synchronized List<StoreWarning> of(String name) {
        long now = nanos.getAsLong();
        Looked last = looks.get(name);
        if (last == null || now - last.nanos() >= SETTLED.toNanos()) {
            last = new Looked(now, stores.getOrDefault(name, List::of).get());
            looks.put(name, last);
        }
        return last.found();
    }

    List<StoreWarning> all() {
        return stores.keySet().stream().flatMap(name -> of(name).stream()).toList();
    }
}
