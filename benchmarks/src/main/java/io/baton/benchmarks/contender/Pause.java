package io.baton.benchmarks.contender;

import java.util.concurrent.TimeUnit;

/** Waiting for an instant, as the world's clock shows it. */
final class Pause {
    private Pause() {}

    /** @param instant epoch millis */
    static void until(long instant) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, instant - System.currentTimeMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
