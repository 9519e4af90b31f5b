package io.baton.application.node;

import io.baton.application.Surroundings;
import java.time.Duration;
import java.time.Instant;

/**
 * This node's idea of the database's clock: its own plus the difference that the last exchange showed.
 *
 * <p>Asked at 10.000 and answered at 10.004 with 12.002: the store is ahead by 2.000 s. Half of the round trip is the
 * error; an answer that took so long that this could be more than the skew in question shows nothing, and is not counted.
 */
public final class StoreClock {
    /** 1 s: a node whose clock is further off stops claiming. */
    public static final Duration MOST_SKEW = Duration.ofSeconds(1);

    private final Surroundings surroundings;
    private volatile long offsetMillis;

    public StoreClock(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Takes an answer of the store. @param asked by this node's clock, just before the question */
    public void observe(Instant asked, Instant store) {
        long answered = surroundings.clock().millis();
        if (answered - asked.toEpochMilli() > 2 * MOST_SKEW.toMillis()) {
            return;
        }
        long middle = asked.toEpochMilli() + (answered - asked.toEpochMilli()) / 2;
        offsetMillis = store.toEpochMilli() - middle;
    }

    public Instant now() {
        return surroundings.now().plusMillis(offsetMillis);
    }

    /** How far the store is ahead of this node; negative if it is behind. */
    public Duration offset() {
        return Duration.ofMillis(offsetMillis);
    }

    /** Whether this node's clock is too far off for claiming. */
    public boolean skewed() {
        return Math.abs(offsetMillis) > MOST_SKEW.toMillis();
    }
}
