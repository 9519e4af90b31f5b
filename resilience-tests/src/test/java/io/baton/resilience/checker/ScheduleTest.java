package io.baton.resilience.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void an_interval_is_due_at_whole_multiples_behind_its_anchor() {
        assertThat(Schedule.parse("every 10 3").between(0, 34)).containsExactly(13L, 23L, 33L);
        assertThat(Schedule.parse("every 10 3").between(23, 33)).containsExactly(23L);
    }

    @Test
    void a_window_holds_both_of_its_ends() {
        assertThat(Schedule.parse("from 13 until 23 every 10 3").between(0, 100))
                .containsExactly(13L, 23L);
        assertThat(Schedule.parse("from 14 until 22 every 10 3").between(0, 100))
                .isEmpty();
    }

    @Test
    void once_is_due_once_and_manual_never() {
        assertThat(Schedule.parse("once 5").between(0, 10)).containsExactly(5L);
        assertThat(Schedule.parse("once 5").between(6, 10)).isEmpty();
        assertThat(Schedule.parse("manual").between(0, 10)).isEmpty();
    }

    @Test
    void quartz_counts_the_week_from_one_and_unix_from_zero() {
        assertThat(due("cron UTC 0 0 12 ? * 2", "2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z"))
                .containsExactly("2026-11-23T12:00:00Z");
        assertThat(due("cron UTC 0 12 * * 1", "2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z"))
                .containsExactly("2026-11-23T12:00:00Z");
        assertThat(due("cron UTC 0 0 12 ? * MON-TUE", "2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z"))
                .hasSize(2);
    }

    @Test
    void of_the_two_day_fields_of_unix_one_suffices() {
        assertThat(due("cron UTC 0 0 24 * 1", "2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z"))
                .containsExactly("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");
    }

    @Test
    void steps_lists_and_ranges_are_understood() {
        assertThat(due("cron UTC 5/20 0,30 9-10 * * ?", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z"))
                .hasSize(3 * 2 * 2)
                .startsWith("2026-11-22T09:00:05Z", "2026-11-22T09:00:25Z");
    }

    @Test
    void a_skipped_hour_is_due_after_the_gap_and_a_repeated_one_once() {
        assertThat(due("cron Europe/Berlin 0 30 2 * * ?", "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .containsExactly("2026-03-29T01:00:00Z");
        assertThat(due("cron Europe/Berlin 0 30 2 * * ?", "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"))
                .containsExactly("2026-10-25T00:30:00Z");
    }

    @Test
    void in_a_spring_night_what_is_skipped_is_due_once_after_the_gap() {
        assertThat(spring("10,20 0,30 2 * * ?")).containsExactly("20:30:10Z");
        assertThat(spring("0/20 0,59 1-3 * * ?"))
                .containsExactly("20:29:30Z", "20:29:50Z", "20:30:10Z", "20:30:30Z", "20:30:50Z");
        assertThat(spring("0/20 59 1 * * ?")).containsExactly("20:29:30Z", "20:29:50Z");
        assertThat(spring("0/20 0 3 * * ?")).containsExactly("20:30:10Z", "20:30:30Z", "20:30:50Z");
        assertThat(spring("0/30 * * * * ?")).containsExactly("20:29:40Z", "20:30:10Z", "20:30:40Z");
    }

    @Test
    void in_an_autumn_night_what_is_shown_again_is_not_due_again() {
        assertThat(autumn("0/20 59 2 * * ?")).containsExactly("20:29:30Z", "20:29:50Z");
        assertThat(autumn("0/20 0,59 0-22 * * ?")).containsExactly("20:29:30Z", "20:29:50Z");
        assertThat(autumn("0/20 0 2 * * ?")).isEmpty();
        assertThat(autumn("0 0 3 * * ?")).isEmpty();
        assertThat(autumn("0/30 * * * * ?")).containsExactly("20:29:40Z", "20:30:10Z", "20:30:40Z");
    }

    /** The clocks change at 20:30:10Z. */
    private static List<String> spring(String cron) {
        return night("Night/Spring-1795811410", cron);
    }

    private static List<String> autumn(String cron) {
        return night("Night/Autumn-1795811410", cron);
    }

    private static List<String> night(String zone, String cron) {
        return due("cron " + zone + " " + cron, "2026-11-27T20:29:25Z", "2026-11-27T20:31:00Z").stream()
                .map(at -> at.substring("2026-11-27T".length()))
                .toList();
    }

    @Test
    void what_recurs_in_every_hour_follows_real_time() {
        assertThat(due("cron Europe/Berlin 0 30 * * * ?", "2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z"))
                .hasSize(6);
        assertThat(due("cron Europe/Berlin 0 30 * * * ?", "2026-03-28T22:00:00Z", "2026-03-29T04:00:00Z"))
                .hasSize(6);
    }

    @Test
    void what_it_does_not_understand_it_refuses() {
        assertThatThrownBy(() -> Schedule.parse("cron UTC 0 0 0 L * ?")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.parse("cron UTC 0 0 25 * * ?")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.parse("sometimes")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> due(String words, String from, String until) {
        return Schedule.parse(words)
                .between(
                        Instant.parse(from).toEpochMilli(), Instant.parse(until).toEpochMilli())
                .stream()
                .map(at -> Instant.ofEpochMilli(at).toString())
                .toList();
    }
}
