package io.baton.memory;

import java.time.Duration;

/** The ranges that ports give for their arguments. */
final class Limits {
    /** 100 ms: half of the shortest heartbeat timeout, 300 ms, is a lease. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST = 1000;
    private static final int MOST_CAPACITY = 1_000_000;

    private Limits() {}

    /** How many elements an answer may have, 1..1,000. */
    static int most(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most " + most + " is out of range: 1 to " + MOST);
        }
        return most;
    }

    /** How many messages may wait on a queue, 1..1,000,000. */
    static int capacity(int capacity) {
        if (capacity < 1 || capacity > MOST_CAPACITY) {
            throw new IllegalArgumentException("capacity " + capacity + " is out of range: 1 to " + MOST_CAPACITY);
        }
        return capacity;
    }

    /** How long a claim or a lease lasts, 100 ms..1 h. */
    static Duration lasting(Duration lasting) {
        if (lasting.compareTo(SHORTEST) < 0 || lasting.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lasting " + lasting + " is out of range: 100ms to 1h");
        }
        return lasting;
    }
}
