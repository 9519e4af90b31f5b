package io.baton.redis;

import java.time.Duration;

/** How long a claim or a lease may last. */
final class Leases {
    /** 100 ms: half of the shortest heartbeat timeout, 300 ms, is a lease. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private static final Duration LONGEST = Duration.ofHours(1);

    private Leases() {}

    static void check(Duration lasting) {
        if (lasting.compareTo(SHORTEST) < 0 || lasting.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lasting " + lasting + " is out of range: 100 ms to 1 h");
        }
    }
}
