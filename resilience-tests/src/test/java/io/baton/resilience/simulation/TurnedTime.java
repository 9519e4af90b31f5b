package io.baton.resilience.simulation;

import io.baton.contracts.when.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/** The time of a simulated node: the world turns by a millisecond while somebody waits. */
final class TurnedTime implements Passage {
    private static final long STEP_MICROS = 1_000;

    private final StillWorld still;

    TurnedTime(StillWorld still) {
        this.still = still;
    }

    @Override
    public Instant now() {
        return still.node.clock.instant();
    }

    @Override
    public <T> Optional<T> await(BlockingQueue<T> queue, Duration most) {
        Turns turns = still.world.turns;
        long end = turns.now() + most.toNanos() / 1_000;
        Optional<T> came = Optional.ofNullable(queue.poll());
        while (came.isEmpty() && turns.now() < end) {
            turns.runUntil(Math.min(end, turns.now() + STEP_MICROS));
            came = Optional.ofNullable(queue.poll());
        }
        return came;
    }
}
