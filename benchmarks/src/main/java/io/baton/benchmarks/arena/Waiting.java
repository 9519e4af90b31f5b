package io.baton.benchmarks.arena;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what a measurement needs. */
public final class Waiting {
    private Waiting() {}

    /**
     * Asks again and again.
     *
     * @param what is awaited, for the message
     * @param step ms between two questions
     * @throws IllegalStateException if it was not so within that time
     */
    public static void until(String what, long seconds, long step, BooleanSupplier question) {
        if (!within(seconds, step, question)) {
            throw new IllegalStateException("not within " + seconds + " s: " + what);
        }
    }

    /** Waits for an instant, as the world's clock shows it. @param instant epoch millis */
    public static void forInstant(long instant) {
        pause(Math.max(0, instant - System.currentTimeMillis()));
    }

    /** @return whether it came to be so in time */
    public static boolean within(long seconds, long step, BooleanSupplier question) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(step);
        }
        return true;
    }

    public static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
