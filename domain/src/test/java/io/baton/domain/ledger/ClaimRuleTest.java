package io.baton.domain.ledger;

import static io.baton.domain.ledger.LedgerRows.IN_FORCE;
import static io.baton.domain.ledger.LedgerRows.JOB;
import static io.baton.domain.ledger.LedgerRows.NOW;
import static io.baton.domain.ledger.LedgerRows.due;
import static io.baton.domain.ledger.LedgerRows.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Overlap;
import io.baton.domain.ledger.ClaimRule.Verdict;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskRow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClaimRuleTest {
    private static Verdict decide(FiringId firing, JobState job) {
        return ClaimRule.decide(queued(firing, Overlap.ALLOW), NOW, Optional.of(job));
    }

    @Test
    void a_due_time_of_the_version_in_force_is_admitted() {
        assertThat(decide(due(0), IN_FORCE)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void up_to_a_second_early_is_admitted_and_more_is_too_early() {
        assertThat(decide(due(-1), IN_FORCE)).isEqualTo(Verdict.ADMITTED);
        assertThat(decide(FiringId.scheduled(JOB, NOW.plusMillis(1001)), IN_FORCE))
                .isEqualTo(Verdict.TOO_EARLY);
    }

    @Test
    void a_job_that_is_unknown_deleted_or_paused_is_out_of_force() {
        assertThat(ClaimRule.decide(queued(due(0), Overlap.ALLOW), NOW, Optional.empty()))
                .isEqualTo(Verdict.OUT_OF_FORCE);
        assertThat(decide(due(0), new JobState(3, NOW.minusSeconds(60), true, true)))
                .isEqualTo(Verdict.OUT_OF_FORCE);
        assertThat(decide(due(0), new JobState(3, NOW.minusSeconds(60), false, false)))
                .isEqualTo(Verdict.OUT_OF_FORCE);
    }

    @Test
    void another_version_is_in_force_from_its_first_instant_on() {
        JobState newer = new JobState(4, NOW.minusSeconds(10), true, false);

        assertThat(decide(due(10), newer)).isEqualTo(Verdict.OUT_OF_FORCE);
        assertThat(decide(due(11), newer)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void of_an_older_version_than_the_one_before_nobody_knows_whether_it_was_in_force() {
        assertThat(decide(due(11), new JobState(5, NOW.minusSeconds(10), true, false)))
                .isEqualTo(Verdict.OUT_OF_FORCE);
    }

    @Test
    void what_was_due_before_its_job_was_paused_or_deleted_may_queue_and_must_not_start_with_its_claim() {
        JobState paused = new JobState(4, NOW.minusSeconds(10), false, false);
        JobState deleted = new JobState(4, NOW.minusSeconds(10), false, true);

        assertThat(decide(due(11), paused)).isEqualTo(Verdict.ADMITTED);
        assertThat(decide(due(11), deleted)).isEqualTo(Verdict.ADMITTED);
        assertThat(decide(due(10), deleted)).isEqualTo(Verdict.OUT_OF_FORCE);
        assertThat(ClaimRule.decide(running(due(11)), NOW, Optional.of(paused))).isEqualTo(Verdict.OUT_OF_FORCE);
    }

    private static TaskRow running(FiringId firing) {
        TaskRow queued = queued(firing, Overlap.ALLOW);
        return RowSteps.started(queued, queued.story().claimedBy(), NOW, Optional.empty());
    }

    @Test
    void a_request_by_hand_asks_only_that_the_job_exists() {
        FiringId byHand = FiringId.requested(JOB, "r");

        assertThat(decide(byHand, new JobState(9, NOW, false, false))).isEqualTo(Verdict.ADMITTED);
        assertThat(decide(byHand, new JobState(9, NOW, true, true))).isEqualTo(Verdict.OUT_OF_FORCE);
    }
}
