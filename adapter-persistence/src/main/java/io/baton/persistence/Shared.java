package io.baton.persistence;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Equal values of many rows, kept in memory once: of a million jobs most have the same rules, zone and labels. Only for values that
 * cannot change. It remembers those that were asked for last; safe for any thread.
 */
final class Shared {
    /** 10,000: a megabyte or two, were all of them different. */
    private static final int MOST = 10_000;

    /** In the order of the last use; guarded by itself. */
    private final Map<Object, Object> values = new LinkedHashMap<>(16, 0.75f, true);

    /** The value, or an equal one of the same class that is remembered. */
    @SuppressWarnings("unchecked") // of the same class
    <T> T one(T value) {
        synchronized (values) {
            Object known = values.putIfAbsent(value, value);
            if (known != null && known.getClass() == value.getClass()) {
                return (T) known;
            }
            if (values.size() > MOST) {
                values.remove(values.keySet().iterator().next());
            }
            return value;
        }
    }
}
