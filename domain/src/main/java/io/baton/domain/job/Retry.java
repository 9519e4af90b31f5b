package io.baton.domain.job;

import java.time.Duration;

/**
 * How often and how soon a task is tried again after FAILED or TIMED_OUT.
 *
 * @param attempts 1..1,000, the first attempt too; 1 = no retry
 * @param delay before the second attempt, 0..30 d
 * @param factor 1.0..100.0, by which the delay grows from attempt to attempt
 * @param maxDelay the longest delay, ≥ delay, ≤ 30 d
 */
public record Retry(int attempts, Duration delay, double factor, Duration maxDelay) {
    private static final Duration LONGEST = Duration.ofDays(30);
    public static final Retry NONE = new Retry(1, Duration.ZERO, 1.0, Duration.ZERO);

    public Retry {
        if (attempts < 1 || attempts > 1000) {
            throw new IllegalArgumentException("retry.attempts " + attempts + " is out of range: 1 to 1000");
        }
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("retry.delay " + delay + " is out of range: 0 to 30d");
        }
        if (!(factor >= 1.0 && factor <= 100.0)) {
            throw new IllegalArgumentException("retry.factor " + factor + " is out of range: 1.0 to 100.0");
        }
        if (maxDelay.compareTo(delay) < 0 || maxDelay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "retry.max-delay " + maxDelay + " is out of range: retry.delay (" + delay + ") to 30d");
        }
    }

    /** Whether an attempt follows the given one. */
    public boolean follows(int attempt) {
        return attempt < attempts;
    }

    /**
     * How long to wait after the given attempt: delay × factor^(attempt − 1), at most maxDelay.
     *
     * <p>With delay 5 s, factor 2 and maxDelay 15 s: 5 s, 10 s, 15 s, 15 s, …
     */
    public Duration delayAfter(int attempt) {
        double millis = delay.toMillis() * Math.pow(factor, Math.max(0, attempt - 1));
        return millis >= maxDelay.toMillis() ? maxDelay : Duration.ofMillis((long) millis);
    }
}
