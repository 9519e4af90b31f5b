package io.baton.contracts.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.job.CronTimes;
import io.baton.domain.port.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The law of {@link CronParser}, clauses C1 to C4. */
public abstract class CronParserContract {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The parser under test. */
    protected abstract CronParser parser();

    @Test
    void C1_six_fields_are_quartz_with_sunday_as_1() {
        assertThat(due("0 15 10 ? * 1", UTC, "2026-11-23T00:00:00Z", 2))
                .containsExactly(at("2026-11-29T10:15:00Z"), at("2026-12-06T10:15:00Z"));
    }

    @Test
    void C1_a_seventh_field_is_the_year() {
        assertThat(due("0 0 12 1 1 ? 2027-2028", UTC, "2026-11-23T00:00:00Z", 3))
                .containsExactly(at("2027-01-01T12:00:00Z"), at("2028-01-01T12:00:00Z"));
    }

    @Test
    void C1_quartz_knows_last_nearest_weekday_and_nth_weekday() {
        assertThat(due("0 0 0 L * ?", UTC, "2027-02-01T00:00:00Z", 1)).containsExactly(at("2027-02-28T00:00:00Z"));
        assertThat(due("0 0 0 15W * ?", UTC, "2027-05-01T00:00:00Z", 1)).containsExactly(at("2027-05-14T00:00:00Z"));
        assertThat(due("0 0 0 ? * 6#3", UTC, "2027-01-01T00:00:00Z", 1)).containsExactly(at("2027-01-15T00:00:00Z"));
    }

    @Test
    void C1_five_fields_are_unix_with_sunday_as_0_or_7() {
        Instant sunday = at("2026-11-29T10:15:00Z");
        assertThat(due("15 10 * * 0", UTC, "2026-11-23T00:00:00Z", 1)).containsExactly(sunday);
        assertThat(due("15 10 * * 7", UTC, "2026-11-23T00:00:00Z", 1)).containsExactly(sunday);
        assertThat(due("15 10 * * 1", UTC, "2026-11-24T00:00:00Z", 1)).containsExactly(at("2026-11-30T10:15:00Z"));
    }

    @Test
    void C1_unix_takes_the_day_of_month_or_the_day_of_week_when_both_are_given() {
        assertThat(due("0 0 13 * fri", UTC, "2026-11-06T12:00:00Z", 4))
                .containsExactly(
                        at("2026-11-13T00:00:00Z"),
                        at("2026-11-20T00:00:00Z"),
                        at("2026-11-27T00:00:00Z"),
                        at("2026-12-04T00:00:00Z"));
        assertThat(due("0 0 13 * fri", UTC, "2026-12-12T00:00:00Z", 1)).containsExactly(at("2026-12-13T00:00:00Z"));
    }

    @Test
    void C1_six_stars_are_every_second() {
        assertThat(due("* * * * * *", UTC, "2026-11-23T00:00:00Z", 3))
                .containsExactly(at("2026-11-23T00:00:01Z"), at("2026-11-23T00:00:02Z"), at("2026-11-23T00:00:03Z"));
    }

    @Test
    void C2_a_refusal_names_the_text_the_field_and_why_in_one_line() {
        List<String> bad = List.of("61 * * * * ?", "0 60 * * * ?", "0 0 24 * * ?", "0 0 0 32 * ?", "0 0 0 ? 13 *");
        List<String> fields = List.of("second", "minute", "hour", "day-of-month", "month");
        for (int i = 0; i < bad.size(); i++) {
            String text = bad.get(i);
            assertThatThrownBy(() -> parser().parse(text, UTC))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(text, fields.get(i))
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void C2_what_is_no_cron_expression_is_refused() {
        for (String text : List.of("", " ", "never", "* * * *", "* * * * * * * *", "0 0 0 1 * 2", "*/0 * * * * ?")) {
            assertThatThrownBy(() -> parser().parse(text, UTC)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void C3_a_skipped_hour_is_due_at_the_moment_after_the_gap_and_once() {
        assertThat(due("0 30 2 * * ?", BERLIN, "2026-03-28T12:00:00Z", 2))
                .containsExactly(at("2026-03-29T01:00:00Z"), at("2026-03-30T00:30:00Z"));
        assertThat(due("0 0/20 2,3 * * ?", BERLIN, "2026-03-29T00:00:00Z", 3))
                .containsExactly(at("2026-03-29T01:00:00Z"), at("2026-03-29T01:20:00Z"), at("2026-03-29T01:40:00Z"));
    }

    @Test
    void C3_a_repeated_hour_is_due_the_first_time_only() {
        assertThat(due("0 30 2 * * ?", BERLIN, "2026-10-24T12:00:00Z", 2))
                .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
    }

    @Test
    void C3_all_hours_follow_real_time() {
        assertThat(due("0 30 * * * ?", BERLIN, "2026-03-29T00:00:00Z", 2))
                .containsExactly(at("2026-03-29T00:30:00Z"), at("2026-03-29T01:30:00Z"));
        assertThat(due("0 30 0-23 * * ?", BERLIN, "2026-10-25T00:00:00Z", 3))
                .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z"), at("2026-10-25T02:30:00Z"));
    }

    @Test
    void C4_due_times_are_the_same_whatever_instant_one_asks_from() {
        for (String text : List.of("0 30 1,2 * * ?", "0 0/30 * * * ?", "0 0 9,17 15W * ?", "0 0 13 * fri")) {
            CronTimes times = parser().parse(text, BERLIN);
            Set<Instant> found = new TreeSet<>();
            Instant from = at("2026-10-01T00:00:00Z");
            for (Instant t = from; t.isBefore(at("2026-12-01T00:00:00Z")); t = t.plus(Duration.ofMinutes(7))) {
                found.add(times.next(t).orElseThrow());
            }
            assertThat(due(text, BERLIN, from.toString(), found.size()))
                    .as(text)
                    .containsExactlyElementsOf(found);
        }
    }

    @Test
    void C4_due_times_are_whole_seconds_strictly_after_the_instant() {
        CronTimes times = parser().parse("* * * * * ?", BERLIN);
        assertThat(times.next(at("2026-11-23T00:00:00.999Z"))).contains(at("2026-11-23T00:00:01Z"));
        assertThat(times.next(at("2026-11-23T00:00:01Z"))).contains(at("2026-11-23T00:00:02Z"));
        assertThat(times.next(at("2026-11-23T00:00:01.000000001Z"))).contains(at("2026-11-23T00:00:02Z"));
    }

    @Test
    void C4_what_is_never_due_has_no_next() {
        assertThat(parser().parse("0 0 0 31 2 ?", BERLIN).next(at("2026-11-23T00:00:00Z")))
                .isEmpty();
        assertThat(parser().parse("0 0 0 1 1 ? 1999", BERLIN).next(at("2026-11-23T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void C4_many_threads_get_the_same_times() throws Exception {
        CronParser parser = parser();
        List<Instant> expected = due("0 0/7 2-5 ? * MON-FRI", BERLIN, "2026-03-01T00:00:00Z", 500);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Instant>> ask = () ->
                    due(parser.parse("0 0/7 2-5 ? * MON-FRI", BERLIN), at("2026-03-01T00:00:00Z"), expected.size());
            for (Future<List<Instant>> answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Instant> due(String text, ZoneId zone, String after, int most) {
        return due(parser().parse(text, zone), at(after), most);
    }

    private static List<Instant> due(CronTimes times, Instant after, int most) {
        List<Instant> due = new ArrayList<>();
        Optional<Instant> next = times.next(after);
        while (next.isPresent() && due.size() < most) {
            due.add(next.get());
            next = times.next(next.get());
        }
        return due;
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
