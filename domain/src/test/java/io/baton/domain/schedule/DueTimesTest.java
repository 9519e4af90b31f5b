package io.baton.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.schedule.DueTimes.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DueTimesTest {
    private static final Duration S10 = Duration.ofSeconds(10);
    /** Knows one expression: every whole ten seconds of the epoch. */
    private static final DueTimes DUE_TIMES = new DueTimes((expression, zone) ->
            after -> Optional.of(at(Math.floorDiv(after.getEpochSecond(), 10L) * 10 + 10)));

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static Window window(long from, long until) {
        return new Window(Optional.of(at(from)), Optional.of(at(until)));
    }

    @Test
    void an_interval_is_due_at_its_anchor_and_whole_intervals_from_it() {
        Schedule every = new Schedule.Every(S10, at(3), Window.ALWAYS);

        assertThat(DUE_TIMES.next(every, at(23))).contains(at(33));
        assertThat(DUE_TIMES.next(every, at(23).minusMillis(1))).contains(at(23));
        assertThat(DUE_TIMES.next(every, at(22).plusNanos(999_999_999))).contains(at(23));
        assertThat(DUE_TIMES.next(every, at(23).plusNanos(1))).contains(at(33));
    }

    @Test
    void an_interval_is_due_for_the_first_time_one_interval_after_its_anchor() {
        Schedule every = new Schedule.Every(S10, at(3), Window.ALWAYS);

        assertThat(DUE_TIMES.next(every, at(-1000))).contains(at(13));
        assertThat(DUE_TIMES.next(every, at(2))).contains(at(13));
        assertThat(DUE_TIMES.next(every, at(3))).contains(at(13));
        assertThat(DUE_TIMES.next(every, at(13))).contains(at(23));
    }

    @Test
    void once_is_due_once_and_manual_never() {
        assertThat(DUE_TIMES.next(new Schedule.Once(at(5)), at(4))).contains(at(5));
        assertThat(DUE_TIMES.next(new Schedule.Once(at(5)), at(5))).isEmpty();
        assertThat(DUE_TIMES.next(new Schedule.Manual(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void both_ends_of_a_window_may_be_due() {
        Schedule every = new Schedule.Every(S10, at(3), window(13, 33));
        Schedule cron = new Schedule.Cron("whole tens", ZoneOffset.UTC, window(20, 40));

        assertThat(DUE_TIMES.next(every, at(0))).contains(at(13));
        assertThat(DUE_TIMES.next(every, at(23))).contains(at(33));
        assertThat(DUE_TIMES.next(every, at(33))).isEmpty();
        assertThat(DUE_TIMES.next(cron, at(0))).contains(at(20));
        assertThat(DUE_TIMES.next(cron, at(30))).contains(at(40));
        assertThat(DUE_TIMES.next(cron, at(40))).isEmpty();
    }

    @Test
    void a_window_that_begins_between_due_times_waits_for_the_next() {
        Schedule cron = new Schedule.Cron("whole tens", ZoneOffset.UTC, window(21, 45));

        assertThat(DUE_TIMES.next(cron, at(0))).contains(at(30));
    }

    @Test
    void a_stretch_excludes_its_start_and_includes_its_end() {
        Schedule every = new Schedule.Every(S10, at(0), Window.ALWAYS);

        assertThat(DUE_TIMES.between(every, at(10), at(40), 100))
                .isEqualTo(new Range(Optional.of(at(20)), List.of(at(20), at(30), at(40)), 0, Optional.of(at(50))));
        assertThat(DUE_TIMES.between(every, at(10), at(19), 100))
                .isEqualTo(new Range(Optional.empty(), List.of(), 0, Optional.of(at(20))));
        assertThat(DUE_TIMES.between(every, at(40), at(10), 100))
                .isEqualTo(new Range(Optional.empty(), List.of(), 0, Optional.of(at(50))));
    }

    @Test
    void of_a_long_stretch_the_latest_are_returned_and_the_others_counted() {
        Schedule every = new Schedule.Every(S10, at(0), Window.ALWAYS);

        assertThat(DUE_TIMES.between(every, at(0), at(100), 3))
                .isEqualTo(new Range(Optional.of(at(10)), List.of(at(80), at(90), at(100)), 7, Optional.of(at(110))));
    }

    @Test
    void the_same_due_times_come_whatever_instant_one_asks_from() {
        Schedule every = new Schedule.Every(Duration.ofMillis(700), at(3), window(10, 20));
        List<Instant> all = DUE_TIMES.between(every, at(0), at(100), 1000).latest();

        for (int millis = 9000; millis < 21_000; millis += 37) {
            Instant from = Instant.ofEpochMilli(millis);
            assertThat(DUE_TIMES.next(every, from))
                    .isEqualTo(all.stream().filter(due -> due.isAfter(from)).findFirst());
        }
    }
}
