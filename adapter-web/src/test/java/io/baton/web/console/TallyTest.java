package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.web.console.Tally.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant DUE = Instant.parse("2026-11-26T10:00:00Z");
    private static final Incarnation NODE = new Incarnation(new NodeId("n"), "life1");

    private final Tally tally = new Tally();

    private static TaskRow row(int attempt, long claimed, long started, Optional<Ending> end) {
        return new TaskRow(
                TaskId.of(FiringId.scheduled(JobKey.parse("A.b"), DUE)),
                new TaskRow.Terms(
                        DUE,
                        new TaskRow.Work(1, "bean.run", JsonText.EMPTY_OBJECT),
                        new TaskRow.Promise(Delivery.AT_MOST_ONCE, Overlap.ALLOW),
                        Spread.ANY,
                        1),
                new TaskRow.Standing(
                        end.isPresent() ? TaskState.DONE : TaskState.QUEUED,
                        Optional.of(NODE),
                        1,
                        new TaskRow.Turn(attempt, 0),
                        new TaskRow.Times(DUE, Optional.empty())),
                new TaskRow.Story(
                        NODE, DUE.plusSeconds(claimed), Optional.of(DUE.plusSeconds(started)), Optional.empty(), end));
    }

    private void ended(long started, Ending end) {
        tally.add(row(1, 0, started, Optional.of(end)));
    }

    @Test
    void what_succeeded_was_on_time_or_late() {
        ended(0, Ending.of(Outcome.SUCCEEDED));
        ended(10, Ending.of(Outcome.SUCCEEDED));
        ended(11, Ending.of(Outcome.SUCCEEDED));

        assertThat(tally.of(Fate.ON_TIME)).isEqualTo(2);
        assertThat(tally.of(Fate.LATE)).isOne();
        assertThat(tally.wrong()).isOne();
    }

    @Test
    void of_one_that_was_tried_again_the_claim_tells_whether_it_was_late() {
        tally.add(row(2, 1, 300, Optional.of(Ending.of(Outcome.SUCCEEDED))));

        assertThat(tally.of(Fate.ON_TIME)).isOne();
    }

    @Test
    void skipped_ones_keep_their_reasons_and_other_endings_are_failures() {
        ended(0, Ending.of(Outcome.SKIPPED, Reason.OVERLAP));
        ended(0, Ending.of(Outcome.SKIPPED, Reason.OVERLAP));
        ended(0, Ending.of(Outcome.SKIPPED, Reason.PAUSED));
        for (Outcome outcome :
                new Outcome[] {Outcome.FAILED, Outcome.TIMED_OUT, Outcome.CANCELLED, Outcome.LOST, Outcome.DEAD}) {
            ended(0, Ending.of(outcome));
        }

        assertThat(tally.reasons()).isEqualTo(Map.of(Reason.OVERLAP, 2, Reason.PAUSED, 1));
        assertThat(tally.of(Fate.SKIPPED)).isEqualTo(3);
        assertThat(tally.of(Fate.FAILED)).isEqualTo(5);
        assertThat(tally.expected()).isEqualTo(8);
    }

    @Test
    void what_has_not_ended_is_under_way_and_so_is_what_was_due_just_now() {
        tally.add(row(1, 0, 0, Optional.empty()));
        tally.addWithoutRow(true, Duration.ofSeconds(89));
        tally.addWithoutRow(true, Duration.ofSeconds(90));

        assertThat(tally.of(Fate.OPEN)).isEqualTo(2);
        assertThat(tally.of(Fate.ABSENT)).isOne();
    }

    @Test
    void what_another_row_stands_for_was_missed() {
        tally.addWithoutRow(false, Duration.ofSeconds(1));

        assertThat(tally.of(Fate.SKIPPED)).isOne();
        assertThat(tally.reasons()).isEqualTo(Map.of(Reason.MISFIRE, 1));
    }
}
