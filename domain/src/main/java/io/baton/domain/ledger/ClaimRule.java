package io.baton.domain.ledger;

import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a firing may enter the ledger. */
public final class ClaimRule {
    /** 1 s: how far ahead of the store's clock a due time may be; a node whose clock runs ahead must not fire early. */
    public static final Duration EARLIEST = Duration.ofSeconds(1);

    /** The answers, apart from a race that another node won. */
    public enum Verdict {
        ADMITTED,
        /** The definition is gone, paused, or another version is in force at that due time; a queued task may yet be admitted. */
        OUT_OF_FORCE,
        /** Due more than {@link #EARLIEST} from now by the store's clock. */
        TOO_EARLY
    }

    private ClaimRule() {}

    /**
     * A due time that lies before its job was paused or deleted is admitted to the queue, so that it ends there with that
     * reason; it must not start with its claim.
     *
     * @param job empty if the store has no such job
     */
    public static Verdict decide(TaskRow head, Instant now, Optional<JobState> job) {
        if (job.isEmpty()) {
            return Verdict.OUT_OF_FORCE;
        }
        if (head.id().firing().byHand()) {
            return job.get().deleted() ? Verdict.OUT_OF_FORCE : Verdict.ADMITTED;
        }
        if (!fires(job.get())) {
            return wasInForce(head, job.get()) && head.state() != TaskState.RUNNING
                    ? Verdict.ADMITTED
                    : Verdict.OUT_OF_FORCE;
        }
        if (head.terms().work().jobVersion() != job.get().version() && !wasInForce(head, job.get())) {
            return Verdict.OUT_OF_FORCE;
        }
        return head.terms().scheduledAt().isAfter(now.plus(EARLIEST)) ? Verdict.TOO_EARLY : Verdict.ADMITTED;
    }

    private static boolean fires(JobState job) {
        return job.enabled() && !job.deleted();
    }

    /**
     * Whether the due time lies before the latest change, and the claim is of the version before that: of an older one
     * nobody knows here whether the job was paused in between.
     */
    private static boolean wasInForce(TaskRow head, JobState job) {
        return head.terms().work().jobVersion() == job.version() - 1
                && head.terms().scheduledAt().isBefore(job.effectiveFrom());
    }
}
