package io.baton.domain.ledger;

import static io.baton.domain.ledger.LedgerRows.IN_FORCE;
import static io.baton.domain.ledger.LedgerRows.JOB;
import static io.baton.domain.ledger.LedgerRows.NOW;
import static io.baton.domain.ledger.LedgerRows.due;
import static io.baton.domain.ledger.LedgerRows.in;
import static io.baton.domain.ledger.LedgerRows.queued;
import static io.baton.domain.ledger.LedgerRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Spread;
import io.baton.domain.ledger.StartRule.ExclusiveView;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StartRuleTest {
    private static final StartDecision STALE = new StartDecision.Stale();
    private static final JobState PAUSED = new JobState(3, NOW, false, false);
    private static final JobState DELETED = new JobState(4, NOW, false, true);

    private static StartDecision decide(TaskRow row, JobState job, ExclusiveView view) {
        return StartRule.decide(row, 1, NOW, Optional.of(job), view);
    }

    private static ExclusiveView heldBy(FiringId firing, boolean otherWaits) {
        return new ExclusiveView(Exclusive.FREE.takenBy(firing, 1, firing.due().orElse(NOW)), otherWaits);
    }

    @Test
    void a_queued_due_task_with_the_messages_fence_runs() {
        assertThat(decide(queued(due(0), Overlap.ALLOW), IN_FORCE, ExclusiveView.NONE))
                .isEqualTo(new StartDecision.Run(false));
    }

    @Test
    void any_other_state_another_fence_or_a_later_due_time_is_stale() {
        TaskRow row = queued(due(0), Overlap.ALLOW);

        for (TaskState state : TaskState.values()) {
            if (state != TaskState.QUEUED) {
                assertThat(decide(in(state, row), IN_FORCE, ExclusiveView.NONE)).isEqualTo(STALE);
            }
        }
        assertThat(StartRule.decide(row, 2, NOW, Optional.of(IN_FORCE), ExclusiveView.NONE))
                .isEqualTo(STALE);
        assertThat(StartRule.decide(row, 0, NOW, Optional.of(IN_FORCE), ExclusiveView.NONE))
                .isEqualTo(STALE);
        assertThat(decide(queued(due(-1), Overlap.ALLOW), IN_FORCE, ExclusiveView.NONE))
                .isEqualTo(STALE);
    }

    @Test
    void a_stale_message_says_nothing_about_the_job() {
        assertThat(StartRule.decide(queued(due(0), Overlap.ALLOW), 9, NOW, Optional.empty(), ExclusiveView.NONE))
                .isEqualTo(STALE);
    }

    @Test
    void a_deleted_or_unknown_job_skips_also_what_was_asked_for_by_hand() {
        TaskRow byHand = queued(FiringId.requested(JOB, "r"), Overlap.ALLOW);

        assertThat(decide(byHand, DELETED, ExclusiveView.NONE)).isEqualTo(new StartDecision.Skip(Reason.DELETED));
        assertThat(StartRule.decide(byHand, 1, NOW, Optional.empty(), ExclusiveView.NONE))
                .isEqualTo(new StartDecision.Skip(Reason.DELETED));
    }

    @Test
    void a_paused_job_skips_its_due_times_and_runs_what_was_asked_for_by_hand() {
        assertThat(decide(queued(due(0), Overlap.ALLOW), PAUSED, ExclusiveView.NONE))
                .isEqualTo(new StartDecision.Skip(Reason.PAUSED));
        assertThat(decide(queued(FiringId.requested(JOB, "r"), Overlap.ALLOW), PAUSED, ExclusiveView.NONE))
                .isEqualTo(new StartDecision.Run(false));
    }

    @Test
    void a_job_that_allows_overlap_ignores_the_exclusive_row() {
        assertThat(decide(queued(due(0), Overlap.ALLOW), IN_FORCE, heldBy(due(5), true)))
                .isEqualTo(new StartDecision.Run(false));
    }

    @Test
    void the_first_task_of_a_firing_takes_the_free_row_and_the_others_join_it() {
        TaskRow row = queued(due(1), Overlap.QUEUE);

        assertThat(decide(row, IN_FORCE, ExclusiveView.NONE)).isEqualTo(new StartDecision.Run(true));
        assertThat(decide(row, IN_FORCE, heldBy(due(1), true))).isEqualTo(new StartDecision.Run(false));
    }

    @Test
    void while_another_firing_holds_the_row_the_overlap_rule_decides() {
        ExclusiveView held = heldBy(due(5), false);
        ExclusiveView heldAndWaited = heldBy(due(5), true);

        assertThat(decide(queued(due(1), Overlap.SKIP), IN_FORCE, held))
                .isEqualTo(new StartDecision.Skip(Reason.OVERLAP));
        assertThat(decide(queued(due(1), Overlap.QUEUE), IN_FORCE, held)).isEqualTo(new StartDecision.Wait(false));
        assertThat(decide(queued(due(1), Overlap.QUEUE), IN_FORCE, heldAndWaited))
                .isEqualTo(new StartDecision.Skip(Reason.JOINED));
        assertThat(decide(queued(due(1), Overlap.REPLACE), IN_FORCE, heldAndWaited))
                .isEqualTo(new StartDecision.Wait(true));
    }

    @Test
    void a_first_attempt_older_than_the_last_started_is_superseded() {
        ExclusiveView free = new ExclusiveView(
                Exclusive.FREE.takenBy(due(5), 1, NOW.minusSeconds(5)).afterEndOf(due(5)), false);

        assertThat(decide(queued(due(6), Overlap.QUEUE), IN_FORCE, free))
                .isEqualTo(new StartDecision.Skip(Reason.SUPERSEDED));
        assertThat(decide(queued(due(4), Overlap.QUEUE), IN_FORCE, free)).isEqualTo(new StartDecision.Run(true));
    }

    @Test
    void a_further_attempt_is_never_superseded() {
        ExclusiveView free = new ExclusiveView(
                Exclusive.FREE.takenBy(due(5), 1, NOW.minusSeconds(5)).afterEndOf(due(5)), false);
        TaskRow second = row(
                due(6), new TaskRow.Promise(Delivery.AT_MOST_ONCE, Overlap.QUEUE), Spread.ANY, new TaskRow.Turn(2, 0));

        assertThat(decide(second, IN_FORCE, free)).isEqualTo(new StartDecision.Run(true));
    }
}
