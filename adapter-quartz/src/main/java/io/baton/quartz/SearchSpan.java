package io.baton.quartz;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far a search for a due time goes: 100 years from where it begins.
 *
 * @param after where it begins, a whole second
 * @param end the last instant that may be found
 */
record SearchSpan(Instant after, Instant end) {
    /** 100 years of 365.25 days. */
    private static final Duration LENGTH = Duration.ofDays(36_525);
    /** Quartz's calendar begins with 1970 local time; two days cover any offset. */
    private static final Instant EARLIEST = Instant.parse("1969-12-30T00:00:00Z");
    /** Beyond what any due time can be: Quartz looks 100 years ahead of today. */
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    static SearchSpan from(Instant instant) {
        Instant bounded = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        Instant second = bounded.truncatedTo(ChronoUnit.SECONDS);
        return new SearchSpan(second, second.plus(LENGTH));
    }

    boolean isBeyond(Instant instant) {
        return instant.isAfter(end);
    }
}
