package io.baton.contracts.where;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a named condition, with a deadline in real time. */
final class Eventually {
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);

    private Eventually() {}

    static void within(Duration time, String condition, BooleanSupplier holds) {
        long end = System.nanoTime() + time.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + time + ": " + condition);
            }
            LockSupport.parkNanos(POLL);
        }
    }
}
