package io.baton.domain.port;

import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The authority on what was claimed, started and finished.
 *
 * <ol>
 *   <li>G1 A firing enters the ledger once, whoever claims it, with all its tasks or none.
 *   <li>G2 Who won is read back by the writer's token in the same transaction; a write whose fate is unknown is resolved
 *       by reading back before the call returns, or the call is an exception.
 *   <li>G3 A claim is admitted by {@link io.baton.domain.ledger.ClaimRule}, a start by {@link
 *       io.baton.domain.ledger.StartRule}, both with the store's clock and the job's row as they are at the write. A
 *       claim whose row is RUNNING starts it in the same step (only of a job that allows overlap).
 *   <li>G4 Each step to RUNNING, and each new owner, raises the fence by one. A step that names another fence than the
 *       row's changes nothing. A claim begins at fence 1.
 *   <li>G5 A finish with an older fence, or of a task that does not run, is kept as a late attempt and changes nothing
 *       else.
 *   <li>G6 Of a job that forbids overlap at most one firing holds the exclusive row; every step that ends the last of its
 *       tasks frees it and, in the same transaction, queues the tasks of the oldest waiting firing for the node that
 *       took the step.
 *   <li>G7 A finish that asks for a retry queues the task again, due after the delay by the store's clock, attempt and
 *       fence one up, with no message under way; the ended attempt is kept. The exclusive row stays with the firing.
 *   <li>G8 One bad element fails alone; the others of its batch take effect.
 *   <li>G9 Ids that differ in case only are different tasks.
 *   <li>G10 Times are the store's, in whole milliseconds. When a task was taken is told from when it started and for how long the node
 *       had held its message.
 * </ol>
 */
public interface TaskLedger {
    /** @return one answer a claim, in order */
    List<ClaimReply> claim(List<Claim> claims, WriteToken token);

    /** @return one answer a request, in order */
    List<StartReply> start(List<StartRequest> requests, Incarnation by, WriteToken token);

    /** @return one answer a finish, in order */
    List<FinishReply> finish(List<Finish> finishes);

    /**
     * Gives QUEUED tasks to other nodes: a hand-back, or a message sent again. Changes owner and fence, and marks a
     * message as sent now.
     *
     * @return the rows that were moved, in no order; those whose fence or state differs are left out
     */
    List<TaskRow> move(List<Move> moves, WriteToken token);

    /**
     * Ends tasks that have not started (WAITING or QUEUED): skipped, cancelled, given up.
     *
     * @return one answer an element, in order; late if it had started or ended, or its fence differs
     */
    List<FinishReply> drop(List<Drop> drops, Incarnation by);

    /** @param rows the parent first, if there is one; all of one firing; at least one */
    record Claim(List<TaskRow> rows) {
        public Claim {
            rows = List.copyOf(rows);
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("a claim holds at least one row");
            }
        }

        public FiringId firing() {
            return rows.get(0).id().firing();
        }
    }

    enum ClaimVerdict {
        WON,
        LOST,
        OUT_OF_FORCE,
        TOO_EARLY
    }

    /** @param rows as they stand in the ledger now; empty unless WON */
    record ClaimReply(ClaimVerdict verdict, List<TaskRow> rows) {}

    /** @param held for how long the node that asks has had the task's message in its hands; empty if none brought it */
    record StartRequest(TaskId task, long fence, Optional<Duration> held) {
        public StartRequest(TaskId task, long fence) {
            this(task, fence, Optional.empty());
        }
    }

    enum StartVerdict {
        STARTED,
        /** It waits for another firing of its job to end. */
        WAITS,
        /** It ended SKIPPED. */
        SKIPPED,
        STALE
    }

    /**
     * @param row as it stands now; empty only if STALE
     * @param contextFence the fence for the task's own use, 0 unless STARTED
     * @param toCancel the firing that it replaces, whose running tasks are now marked as unwanted
     */
    record StartReply(StartVerdict verdict, Optional<TaskRow> row, long contextFence, Optional<FiringId> toCancel) {}

    /** @param retryAfter empty = this is the end */
    record Finish(TaskId task, long fence, Incarnation by, Ending end, Optional<Duration> retryAfter) {}

    /**
     * @param row as it stands now; empty if it was late
     * @param promoted tasks that had waited and are queued now for the node that took the step, which sends them
     */
    record FinishReply(Optional<TaskRow> row, List<TaskRow> promoted) {
        public boolean late() {
            return row.isEmpty();
        }
    }

    record Move(TaskId task, long fence, Incarnation to) {}

    record Drop(TaskId task, long fence, Ending end) {}
}
