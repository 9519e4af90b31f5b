package io.baton.resilience.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The clock of a stage, which begins anew with each row, and its waits. */
abstract class Pace extends Account {
    private volatile Instant zero = Instant.EPOCH;

    /** From now on seconds are counted from then. */
    void begins(Instant from) {
        zero = from;
    }

    /** Lets time pass until the traffic has fired for so long. */
    void awaitSecond(int second) {
        awaitTenth(10 * second);
    }

    /** The same in tenths of a second. */
    void awaitTenth(int tenth) {
        await(Duration.ofMinutes(2), () -> !Instant.now().isBefore(zero.plusMillis(100L * tenth)));
    }

    /** Whether the traffic has fired for so long. */
    boolean passed(int second) {
        return Instant.now().isAfter(zero.plusSeconds(second));
    }

    /** Lets some time pass. */
    void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await(time.plusMinutes(1), () -> System.nanoTime() > end);
    }

    void await(Duration most, BooleanSupplier condition) {
        if (!within(most, condition)) {
            throw new IllegalStateException("waited for " + most.toSeconds() + " s in vain");
        }
    }

    /** Waits until it is so, but no longer than that. @return whether it is */
    boolean within(Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
