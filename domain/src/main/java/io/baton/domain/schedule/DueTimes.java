package io.baton.domain.schedule;

import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.port.CronParser;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Computes the due times of schedules. The same schedule gives the same instants on every node, whenever asked. */
public final class DueTimes {
    private final CronParser crons;

    public DueTimes(CronParser crons) {
        this.crons = crons;
    }

    /** Whether there are due times to be told: what a user wrote by SQL as a cron expression may be none. */
    public boolean readable(Schedule schedule) {
        try {
            next(schedule, Instant.EPOCH);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The first due time strictly after the instant; empty if there is none.
     *
     * @throws IllegalArgumentException if the schedule's cron expression is none
     */
    public Optional<Instant> next(Schedule schedule, Instant after) {
        return schedule.fold(
                cron -> within(
                        cron.window(),
                        after,
                        from -> crons.parse(cron.expression(), cron.zone()).next(from)),
                every -> within(every.window(), after, from -> Optional.of(nextOf(every, from))),
                once -> Optional.of(once.at()).filter(at -> at.isAfter(after)),
                manual -> Optional.empty());
    }

    /**
     * The due times in (after, until], the latest of them if there are more than fit.
     *
     * @param most ≥ 1; how many to return
     */
    public Range between(Schedule schedule, Instant after, Instant until, int most) {
        Deque<Instant> latest = new ArrayDeque<>();
        int dropped = 0;
        Optional<Instant> first = Optional.empty();
        Optional<Instant> due = next(schedule, after);
        while (due.isPresent() && !due.get().isAfter(until)) {
            first = first.isPresent() ? first : due;
            if (latest.size() == most) {
                latest.removeFirst();
                dropped++;
            }
            latest.addLast(due.get());
            due = next(schedule, due.get());
        }
        return new Range(first, List.copyOf(latest), dropped, due);
    }

    /**
     * A stretch of due times.
     *
     * @param first the first of the whole stretch, also if it was dropped
     * @param latest those that fit, ascending
     * @param dropped how many earlier ones did not fit
     * @param next the first due time after the stretch; empty if there is none
     */
    public record Range(Optional<Instant> first, List<Instant> latest, int dropped, Optional<Instant> next) {}

    private static Optional<Instant> within(
            Window window, Instant after, java.util.function.Function<Instant, Optional<Instant>> next) {
        Instant start = window.from()
                .map(from -> from.minusMillis(1))
                .filter(from -> from.isAfter(after))
                .orElse(after);
        return next.apply(start)
                .filter(due -> window.until().map(until -> !due.isAfter(until)).orElse(true));
    }

    /** anchor + n × interval, n ≥ 1, the smallest that is greater: anchor 3, interval 10, after 23 → 33, after 0 → 13. */
    private static Instant nextOf(Schedule.Every every, Instant after) {
        long interval = every.interval().toMillis();
        long anchor = every.anchor().toEpochMilli();
        long n = Math.max(1, Math.floorDiv(after.toEpochMilli() - anchor, interval) + 1);
        return Instant.ofEpochMilli(anchor + n * interval);
    }
}
