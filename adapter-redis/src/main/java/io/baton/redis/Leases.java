package io.baton.redis;

import java.time.Duration;

/** How long a claim or a lease may last. */
final class Leases {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Leases() {}

    static void check(Duration lasting) {
        if (lasting.compareTo(SHORTEST) < 0 || lasting.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lasting " + lasting + " is out of range: 1 s to 1 h");
        }
    }
}
