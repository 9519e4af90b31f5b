package io.baton.contracts.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** How time passes for the triggers under test: by itself, or moved by whoever waits. */
public interface Passage {
    /** Time passes by itself. */
    Passage REAL = new Real();

    /** By the clock of the triggers. */
    Instant now();

    /**
     * Lets time pass until something comes into the queue.
     *
     * @param most how long, by the clock of the triggers
     * @return what came; empty if nothing did
     */
    <T> Optional<T> await(BlockingQueue<T> queue, Duration most) throws InterruptedException;

    /** The clock on the wall. */
    final class Real implements Passage {
        private Real() {}

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public <T> Optional<T> await(BlockingQueue<T> queue, Duration most) throws InterruptedException {
            return Optional.ofNullable(queue.poll(most.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
