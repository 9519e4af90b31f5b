package io.baton.application.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What was seen in the last quarter of an hour; of more than 10,000 the latest. */
final class Lately {
    private static final long LONGEST = Duration.ofMinutes(15).toNanos();
    private static final int MOST = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Long> seen = new LinkedHashMap<>(); // when, in nanoseconds; guarded by this

    Lately(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void saw(String what) {
        seen.remove(what);
        seen.put(what, nanos.getAsLong());
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    synchronized boolean has(String what) {
        Long at = seen.get(what);
        return at != null && nanos.getAsLong() - at <= LONGEST;
    }
}
