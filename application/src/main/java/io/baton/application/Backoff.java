package io.baton.application;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a step waits before it asks a store again that did not answer: as long as the store has been away by then, 0.5 s
 * to 4 s, less up to half of it by chance, so that the nodes of a cluster do not ask in step once the store is back.
 *
 * <p>One for each step: any number of items may wait by it, and each sees the same outage.
 */
public final class Backoff {
    private static final long LEAST = Duration.ofMillis(500).toNanos();
    private static final long MOST = Duration.ofSeconds(4).toNanos();
    private static final long WELL = Long.MIN_VALUE;

    private final Surroundings surroundings;
    private final Timer timer;
    private final AtomicLong awaySince = new AtomicLong(WELL);

    public Backoff(Surroundings surroundings, Timer timer) {
        this.surroundings = surroundings;
        this.timer = timer;
    }

    /** Runs a step that failed once more, later. @return how much later: 250 ms to 4 s */
    public Duration again(Runnable step) {
        Duration delay = delay();
        timer.after(delay, step);
        return delay;
    }

    private Duration delay() {
        long now = surroundings.nanos().getAsLong();
        long since = awaySince.updateAndGet(known -> known == WELL ? now : known);
        long away = Math.min(MOST, Math.max(LEAST, now - since));
        return Duration.ofNanos((long) (away * (1 - surroundings.chance().getAsDouble() / 2)));
    }

    /** The store answered: the next failure begins another outage. */
    public void answered() {
        if (awaySince.get() != WELL) {
            awaySince.set(WELL);
        }
    }
}
