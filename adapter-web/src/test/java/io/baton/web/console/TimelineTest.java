package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Visit VISIT = new Visit(
            new Caller("ann", Rights.ADMIN, "here"),
            "/jobs/A.b",
            new Visit.Manner(Tongue.ENGLISH, "", ""),
            name -> Optional.empty());

    /** Due and started so many seconds ago; it took so long, or runs. */
    private static TaskRow run(int ago, int took, Outcome outcome) {
        Instant start = NOW.minusSeconds(ago);
        TaskRow row = Rows.started(start, 1, start, start, Optional.of(Ending.of(outcome)));
        TaskRow.Story story = row.story().ended(start.plusSeconds(took), Ending.of(outcome));
        return new TaskRow(row.id(), row.terms(), row.standing(), story);
    }

    private static TaskRow running(int ago) {
        Instant start = NOW.minusSeconds(ago);
        return Rows.started(start, 1, start, start, Optional.empty());
    }

    private static String drawn(TaskRow... rows) {
        return Timeline.of(VISIT, Rows.JOB, List.of(rows), NOW).written().string();
    }

    private static List<Integer> lanes(List<TaskRow> rows) {
        return Lanes.of(rows, NOW).marks().stream().map(Lanes.Mark::lane).toList();
    }

    @Test
    void a_run_lies_from_its_start_to_its_end_between_the_oldest_and_now() {
        String drawn = drawn(run(100, 10, Outcome.SUCCEEDED), run(50, 25, Outcome.SUCCEEDED));

        assertThat(drawn)
                .contains("class=\"succeeded\" x=\"0.00%\" y=\"6\" width=\"10.00%\"")
                .contains("class=\"succeeded\" x=\"50.00%\" y=\"6\" width=\"25.00%\"")
                .contains("<title>Succeeded, from 2026-11-27T09:59:10Z, 25 s</title>")
                .contains("href=\"/runs/A.b%40")
                .contains("href=\"/runs?job=A.b\"");
    }

    @Test
    void a_short_run_is_seen_and_one_of_just_now_stays_inside() {
        String drawn = drawn(run(1000, 1, Outcome.SUCCEEDED), run(0, 0, Outcome.SUCCEEDED));

        assertThat(drawn)
                .contains("x=\"0.00%\" y=\"6\" width=\"0.50%\"")
                .contains("x=\"99.50%\" y=\"6\" width=\"0.50%\"");
    }

    @Test
    void what_runs_reaches_to_now() {
        assertThat(drawn(run(100, 10, Outcome.SUCCEEDED), running(25)))
                .contains("class=\"running\" x=\"75.00%\" y=\"6\" width=\"25.00%\"");
    }

    @Test
    void each_way_to_end_has_a_form_of_its_own_beside_its_colour() {
        TaskRow skipped = Rows.ended(NOW.minusSeconds(40), Ending.of(Outcome.SKIPPED, Reason.OVERLAP));

        String drawn = drawn(run(100, 10, Outcome.FAILED), run(70, 10, Outcome.LOST), skipped);

        assertThat(drawn)
                .contains("class=\"failed\" x=\"0.00%\" y=\"2\" width=\"10.00%\" height=\"20\"")
                .containsPattern("class=\"lost\" x=\"30.00%\" [^>]*height=\"20\"[^>]*fill=\"url\\(#hatch\\)\"")
                .contains("<path class=\"skipped\"")
                .contains("Failed 1")
                .contains("Lost 1")
                .contains("Skipped 1")
                .doesNotContain("Succeeded");
    }

    @Test
    void those_that_overlap_lie_in_lanes_and_a_free_lane_is_used_again() {
        assertThat(lanes(List.of(
                        running(100),
                        run(90, 20, Outcome.SUCCEEDED),
                        run(80, 5, Outcome.FAILED),
                        run(60, 1, Outcome.LOST))))
                .containsExactly(0, 1, 2, 1);
    }

    @Test
    void more_than_fit_lie_over_others_and_that_is_said() {
        List<TaskRow> rows = new ArrayList<>();
        for (int ago = 100; ago < 107; ago++) {
            rows.add(running(ago));
        }

        assertThat(Lanes.of(rows, NOW).count()).isEqualTo(Lanes.MOST);
        assertThat(drawn(rows.toArray(TaskRow[]::new))).contains("At most 5 at once");
        assertThat(drawn(running(100), running(50))).doesNotContain("At most");
    }

    @Test
    void the_axis_has_round_ticks_and_few() {
        TimeAxis axis = new TimeAxis(NOW.minusSeconds(2_400).plusSeconds(90), NOW);
        assertThat(axis.ticks())
                .containsExactly(NOW.minusSeconds(1_800), NOW.minusSeconds(1_200), NOW.minusSeconds(600), NOW);
        assertThat(axis.grain()).isEqualTo("minute");

        for (long seconds = 1; seconds < 400_000_000L; seconds = seconds * 3 + 1) {
            TimeAxis any = new TimeAxis(NOW.minusSeconds(seconds).plusMillis(7), NOW);
            assertThat(any.ticks())
                    .as(seconds + " s")
                    .hasSizeBetween(1, 5)
                    .allSatisfy(at -> assertThat(any.at(at)).isBetween(0.0, 100.0));
        }
    }

    @Test
    void a_job_that_never_ran_has_no_line() {
        assertThat(drawn()).contains("It has not run yet.").doesNotContain("<svg");
    }
}
