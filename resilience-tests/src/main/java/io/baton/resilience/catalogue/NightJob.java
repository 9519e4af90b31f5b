package io.baton.resilience.catalogue;

import io.baton.resilience.faulty.Night;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Jobs of a night on which clocks change, each with the seconds in which it is due, counted from the change and not read from
 * any clock on a wall. Right for a minute before and after the change.
 */
enum NightJob {
    SPRING_ALL_HOURS(Night.SPRING, "0/2 * * * * ?", 2, second -> true),
    SPRING_BEFORE(Night.SPRING, "0/5 59 1 * * ?", 5, second -> second < 0),
    /** Four times that the clocks skip: all are due at the moment after the gap, and so it is due once. */
    SPRING_SKIPPED(Night.SPRING, "10,20 0,30 2 * * ?", 5, second -> second == 0),
    SPRING_AFTER(Night.SPRING, "0/5 0 3 * * ?", 5, second -> second >= 0),
    /** At the moment after the gap what was skipped is due, and 03:00:00 too: once. */
    SPRING_ALL_THROUGH(Night.SPRING, "0/5 0,59 0-22 * * ?", 5, second -> true),

    AUTUMN_ALL_HOURS(Night.AUTUMN, "0/2 * * * * ?", 2, second -> true),
    AUTUMN_BEFORE(Night.AUTUMN, "0/5 59 2 * * ?", 5, second -> second < 0),
    /** An hour ago these times were shown for the first time. */
    AUTUMN_REPEATED(Night.AUTUMN, "0/5 0 2 * * ?", 5, second -> false),
    /** Due until the change, and then, for an hour, in no second that the clocks show again. */
    AUTUMN_ALL_THROUGH(Night.AUTUMN, "0/5 0,59 0-22 * * ?", 5, second -> second < 0),
    /** The clocks show it an hour after the change, not at it. */
    AUTUMN_LATER(Night.AUTUMN, "0/5 0 3 * * ?", 5, second -> false);

    private static final int MINUTE = 60;

    @SuppressWarnings("ImmutableEnumChecker") // a record of a night and a text
    private final When schedule;

    private final int step;

    @SuppressWarnings("ImmutableEnumChecker") // a comparison
    private final LongPredicate due;

    NightJob(Night night, String expression, int step, LongPredicate due) {
        this.schedule = new When.InNight(night, expression);
        this.step = step;
        this.due = due;
    }

    static List<When> schedules() {
        return Arrays.stream(values()).map(job -> job.schedule).toList();
    }

    /** Its name among the jobs of a kind that has one of each. */
    String among(TrafficKind kind) {
        return kind.names().get(List.of(values()).indexOf(this));
    }

    /** Its tasks in a window, both of whose ends are in it. @param job its name */
    List<String> tasks(String job, Instant change, Instant from, Instant until) {
        return LongStream.range(-MINUTE, MINUTE)
                .filter(second -> second % step == 0 && due.test(second))
                .mapToObj(change::plusSeconds)
                .filter(at -> !at.isBefore(from) && !at.isAfter(until))
                .map(at -> job + "@" + at.toEpochMilli())
                .toList();
    }
}
