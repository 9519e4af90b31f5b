package io.baton.domain.ledger;

import static io.baton.domain.ledger.LedgerRows.due;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Spread;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecoveryRuleTest {
    private static Optional<Ending> decide(Delivery delivery, Spread spread, int recoveries) {
        TaskRow row = LedgerRows.row(
                due(0),
                new TaskRow.Promise(delivery, Overlap.ALLOW),
                spread,
                new TaskRow.Turn(1 + recoveries, recoveries));
        return RecoveryRule.decide(row, Reason.SHUTDOWN);
    }

    @Test
    void at_most_once_is_lost_with_the_reason() {
        assertThat(decide(Delivery.AT_MOST_ONCE, Spread.ANY, 0)).contains(Ending.of(Outcome.LOST, Reason.SHUTDOWN));
    }

    @Test
    void at_least_once_is_queued_again_three_times_and_then_dead() {
        assertThat(decide(Delivery.AT_LEAST_ONCE, Spread.ANY, 0)).isEmpty();
        assertThat(decide(Delivery.AT_LEAST_ONCE, Spread.MASTER, 1)).isEmpty();
        assertThat(decide(Delivery.AT_LEAST_ONCE, Spread.SHARDS, 2)).isEmpty();
        assertThat(decide(Delivery.AT_LEAST_ONCE, Spread.ANY, 3))
                .contains(Ending.of(Outcome.DEAD, Reason.RECOVERED_TOO_OFTEN));
    }

    @Test
    void a_broadcasts_task_is_lost_whatever_was_promised() {
        assertThat(decide(Delivery.AT_LEAST_ONCE, Spread.BROADCAST, 0))
                .contains(Ending.of(Outcome.LOST, Reason.SHUTDOWN));
    }
}
