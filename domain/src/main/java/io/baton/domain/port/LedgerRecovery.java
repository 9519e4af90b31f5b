package io.baton.domain.port;

import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.List;

/**
 * What a sweep needs to know and do about the ledger. Each change is a compare-and-set on state and fence, so that two
 * sweepers are harmless.
 *
 * <ol>
 *   <li>V1 {@code owners} names every incarnation that owns a QUEUED or RUNNING task.
 *   <li>V2 Recovering decides by {@link io.baton.domain.ledger.RecoveryRule}: a row whose fence differs or that does not
 *       run is left alone; the ended attempt is kept; one that is queued again has attempt, recoveries and fence one up
 *       and no message under way; one that ends frees the exclusive row as a finish does.
 *   <li>V3 {@code settle} ends each SPREAD parent whose children have all ended (SUCCEEDED if all of them did, else
 *       FAILED), and promotes waiters of jobs whose exclusive row is free.
 *   <li>V4 {@code purge} deletes only ended tasks whose due time no later sweep will look at again.
 * </ol>
 */
public interface LedgerRecovery {
    /** The store's clock. */
    Instant now();

    List<Incarnation> owners();

    /** The tasks in that state of that owner, oldest due first. @param most 1..1,000 */
    List<TaskRow> held(Incarnation owner, TaskState state, int most);

    /**
     * QUEUED tasks that are due and whose message was sent before the instant or is not under way, oldest due first.
     *
     * @param most 1..1,000
     */
    List<TaskRow> unsent(Instant sentBefore, int most);

    /** @return the tasks that are queued now: recovered ones and promoted waiters, which the caller gives to nodes */
    List<TaskRow> recover(List<Lost> lost, Incarnation by, Reason why);

    /** @return promoted waiters, queued now for {@code by}, which sends them */
    List<TaskRow> settle(Incarnation by, int most);

    /** @return how many rows were deleted; at most {@code most} */
    int purge(Instant endedBefore, int most);

    record Lost(TaskId task, long fence) {}
}
