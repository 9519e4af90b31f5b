package io.baton.application;

import java.time.Duration;

/** Runs things later, by a clock that only goes forward. */
@FunctionalInterface
public interface Timer {
    /** @param task short, or it hands on to another thread */
    Pending after(Duration delay, Runnable task);

    /** Something that will run later. */
    @FunctionalInterface
    interface Pending {
        /** It runs no more, unless it is running just now or has run. */
        void cancel();
    }
}
