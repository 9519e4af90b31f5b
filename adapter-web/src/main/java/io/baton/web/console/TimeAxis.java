package io.baton.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A stretch of time across a drawing, in hundredths of its width. From 10:00 to 10:40 there is a tick each ten minutes, and
 * 10:10 is at 25 %.
 *
 * @param from at 0 %
 * @param to at 100 %, later than {@code from}
 */
record TimeAxis(Instant from, Instant to) {
    /** 4 steps: five labels of a date and a time are as wide as a phone. */
    private static final int MOST_STEPS = 4;

    private static final long DAY = 86_400;
    private static final List<Long> STEPS = List.of(
            1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 900L, 1_800L, 3_600L, 7_200L, 10_800L, 21_600L, 43_200L,
            DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY);

    TimeAxis {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an axis from " + from + " to " + to + " has no length");
        }
    }

    /** Where it is, 0..100; what lies outside is put at the edge. */
    double at(Instant time) {
        double part = (double) Duration.between(from, time).toMillis() / length().toMillis();
        return Math.min(100, Math.max(0, 100 * part));
    }

    /** A place or a width as SVG has it, such as {@code 12.50%}. */
    static String percent(double hundredths) {
        return String.format(Locale.ROOT, "%.2f%%", hundredths);
    }

    /** Round moments of UTC, at most five, oldest first. */
    List<Instant> ticks() {
        long step = step();
        long first = Math.floorDiv(from.getEpochSecond() + step - 1, step) * step;
        return LongStream.iterate(first, at -> at <= to.getEpochSecond(), at -> at + step)
                .mapToObj(Instant::ofEpochSecond)
                .filter(at -> !at.isBefore(from))
                .toList();
    }

    /** How much of a moment a label says, so that two do not say the same: {@code day}, {@code minute} or {@code second}. */
    String grain() {
        if (length().toSeconds() >= DAY) {
            return "day";
        }
        return step() < 60 ? "second" : "minute";
    }

    private long step() {
        long least = Math.max(1, (length().toSeconds() + MOST_STEPS - 1) / MOST_STEPS);
        return STEPS.stream().filter(step -> step >= least).findFirst().orElse((least / (365 * DAY) + 1) * 365 * DAY);
    }

    private Duration length() {
        return Duration.between(from, to);
    }
}
