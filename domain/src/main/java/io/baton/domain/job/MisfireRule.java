package io.baton.domain.job;

import java.time.Duration;

/**
 * A misfire policy and from what lateness on it decides.
 *
 * @param threshold 1 s..1 d; a due time that is less late is fired as itself whatever the policy
 */
public record MisfireRule(Misfire policy, Duration threshold) {
    public static final MisfireRule DEFAULT = new MisfireRule(Misfire.FIRE_ONCE, Duration.ofSeconds(60));

    public MisfireRule {
        if (threshold.compareTo(Duration.ofSeconds(1)) < 0 || threshold.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("misfire-threshold " + threshold + " is out of range: 1s to 1d");
        }
    }
}
