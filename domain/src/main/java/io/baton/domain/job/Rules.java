package io.baton.domain.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How the firings of a job behave.
 *
 * @param timeout 1 ms..365 d; empty = a run may take as long as it likes
 */
public record Rules(Overlap overlap, Delivery delivery, MisfireRule misfire, Optional<Duration> timeout, Retry retry) {
    public static final Rules DEFAULT =
            new Rules(Overlap.ALLOW, Delivery.AT_MOST_ONCE, MisfireRule.DEFAULT, Optional.empty(), Retry.NONE);

    public Rules {
        timeout.ifPresent(t -> {
            if (t.toMillis() < 1 || t.compareTo(Duration.ofDays(365)) > 0) {
                throw new IllegalArgumentException("timeout " + t + " is out of range: 1ms to 365d");
            }
        });
    }
}
