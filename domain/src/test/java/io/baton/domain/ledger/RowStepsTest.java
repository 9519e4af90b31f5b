package io.baton.domain.ledger;

import static io.baton.domain.ledger.LedgerRows.NOW;
import static io.baton.domain.ledger.LedgerRows.due;
import static io.baton.domain.ledger.LedgerRows.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Overlap;
import io.baton.domain.task.TaskRow;
import org.junit.jupiter.api.Test;

final class RowStepsTest {
    @Test
    void a_firing_that_was_admitted_ahead_of_its_due_time_is_due_from_now() {
        TaskRow early = RowSteps.entered(queued(due(-1), Overlap.QUEUE), NOW);
        TaskRow late = RowSteps.entered(queued(due(5), Overlap.QUEUE), NOW);

        assertThat(early.standing().times().dueAt()).isEqualTo(NOW);
        assertThat(early.terms().scheduledAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(late.standing().times().dueAt()).isEqualTo(NOW.minusSeconds(5));
    }
}
