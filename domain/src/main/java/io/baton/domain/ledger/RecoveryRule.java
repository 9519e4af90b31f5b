package io.baton.domain.ledger;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.Spread;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import java.util.Optional;

/** What becomes of a task that ran on a node that is gone. */
public final class RecoveryRule {
    private RecoveryRule() {}

    /**
     * The end of the task, or empty if it is queued again as a further attempt.
     *
     * <p>At most once: LOST, for it may have done its work. At least once: queued again, the fourth time DEAD. A
     * broadcast's task never moves: LOST.
     */
    public static Optional<Ending> decide(TaskRow row, Reason why) {
        if (row.terms().promise().delivery() == Delivery.AT_MOST_ONCE
                || row.terms().spread() == Spread.BROADCAST) {
            return Optional.of(Ending.of(Outcome.LOST, why));
        }
        if (row.standing().turn().recoveries() >= Delivery.MOST_RECOVERIES) {
            return Optional.of(Ending.of(Outcome.DEAD, Reason.RECOVERED_TOO_OFTEN));
        }
        return Optional.empty();
    }
}
