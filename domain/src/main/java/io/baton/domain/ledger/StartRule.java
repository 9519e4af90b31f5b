package io.baton.domain.ledger;

import io.baton.domain.job.Overlap;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a queued task may start.
 *
 * <p>The one law of QUEUED → RUNNING: the row is QUEUED, due by the store's clock, and carries the fence of the message;
 * its job is neither deleted nor, unless somebody asked for this run by hand, paused; and if the job forbids overlap, no
 * other firing of it holds the exclusive row.
 */
public final class StartRule {
    private StartRule() {}

    /**
     * @param job empty if the store has no such job
     * @param exclusive the job's exclusive row and its waiters; ignored for a job that allows overlap
     */
    public static StartDecision decide(
            TaskRow row, long fence, Instant now, Optional<JobState> job, ExclusiveView exclusive) {
        if (row.state() != TaskState.QUEUED
                || row.fence() != fence
                || row.standing().times().dueAt().isAfter(now)) {
            return new StartDecision.Stale();
        }
        if (job.isEmpty() || job.get().deleted()) {
            return new StartDecision.Skip(Reason.DELETED);
        }
        if (!job.get().enabled() && !row.id().firing().byHand()) {
            return new StartDecision.Skip(Reason.PAUSED);
        }
        return row.exclusive() ? among(row, exclusive) : new StartDecision.Run(false);
    }

    /**
     * The exclusive row and who waits for it.
     *
     * @param otherWaits whether a task of another firing of the job is WAITING
     */
    public record ExclusiveView(Exclusive row, boolean otherWaits) {
        public static final ExclusiveView NONE = new ExclusiveView(Exclusive.FREE, false);
    }

    private static StartDecision among(TaskRow row, ExclusiveView view) {
        FiringId firing = row.id().firing();
        Optional<FiringId> holder = view.row().holder();
        if (holder.equals(Optional.of(firing))) {
            return new StartDecision.Run(false);
        }
        if (superseded(row, view.row())) {
            return new StartDecision.Skip(Reason.SUPERSEDED);
        }
        if (holder.isEmpty()) {
            return new StartDecision.Run(true);
        }
        Overlap overlap = row.terms().promise().overlap();
        return switch (overlap) {
            case SKIP -> new StartDecision.Skip(Reason.OVERLAP);
            case REPLACE -> new StartDecision.Wait(true);
            case QUEUE -> view.otherWaits() ? new StartDecision.Skip(Reason.JOINED) : new StartDecision.Wait(false);
            case ALLOW -> new StartDecision.Run(false);
        };
    }

    /** First attempts start in the order of their due times: one that is older than the last started is skipped. */
    private static boolean superseded(TaskRow row, Exclusive exclusive) {
        return row.attempt() == 1 && row.terms().scheduledAt().isBefore(exclusive.lastStarted());
    }
}
