package io.baton.quartz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps the values that were asked for last, up to a number of them. Safe for any thread. */
final class BoundedCache<K, V> {
    private final int most;
    /** In the order of the last use; guarded by itself. */
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    BoundedCache(int most) {
        this.most = most;
    }

    /**
     * The value of a key, made if it is not kept. Two threads that ask for a new one at once may both make it; both get the
     * same. What cannot be made is not kept.
     */
    V get(K key, Function<K, V> maker) {
        synchronized (values) {
            V kept = values.get(key);
            if (kept != null) {
                return kept;
            }
        }
        V made = maker.apply(key);
        synchronized (values) {
            V kept = values.putIfAbsent(key, made);
            if (values.size() > most) {
                K oldest = values.keySet().iterator().next();
                values.remove(oldest);
            }
            return kept != null ? kept : made;
        }
    }

    int size() {
        synchronized (values) {
            return values.size();
        }
    }
}
