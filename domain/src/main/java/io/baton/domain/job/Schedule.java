package io.baton.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/** When a job is due. */
public sealed interface Schedule {

    /**
     * Due at the times that a cron expression names.
     *
     * @param expression Quartz's form (6 or 7 fields) or Unix's (5 fields), as the user wrote it
     * @param zone the zone in which the expression is read
     */
    record Cron(String expression, ZoneId zone, Window window) implements Schedule {
        public Cron {
            if (expression.isBlank() || expression.length() > 250) {
                throw new IllegalArgumentException("cron must be 1 to 250 characters, not " + expression.length());
            }
        }
    }

    /**
     * Due at {@code anchor + n × interval}, n ≥ 1: for the first time one interval after the anchor.
     *
     * @param interval 100 ms to 3,650 days, whole milliseconds
     * @param anchor where the sequence begins, kept with the job, so that every node names the same due times
     */
    record Every(Duration interval, Instant anchor, Window window) implements Schedule {
        public static final Duration SHORTEST = Duration.ofMillis(100);
        public static final Duration LONGEST = Duration.ofDays(3650);

        public Every {
            if (interval.compareTo(SHORTEST) < 0
                    || interval.compareTo(LONGEST) > 0
                    || interval.toNanos() % 1_000_000 != 0) {
                throw new IllegalArgumentException(
                        "every " + interval + " is out of range: 100ms to 3650d in whole milliseconds");
            }
        }
    }

    /** Due once. */
    record Once(Instant at) implements Schedule {}

    /** Due only when asked for. */
    record Manual() implements Schedule {}

    /** Answers by kind; a new kind breaks every caller's compilation. */
    default <R> R fold(
            Function<Cron, R> cron, Function<Every, R> every, Function<Once, R> once, Function<Manual, R> manual) {
        if (this instanceof Cron c) {
            return cron.apply(c);
        }
        if (this instanceof Every e) {
            return every.apply(e);
        }
        if (this instanceof Once o) {
            return once.apply(o);
        }
        return manual.apply((Manual) this);
    }
}
