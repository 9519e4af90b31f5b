package io.baton.domain.ledger;

import io.baton.domain.task.TaskRow;
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
        /** The definition is gone, paused, or another version is in force at that due time. */
        OUT_OF_FORCE,
        /** Due more than {@link #EARLIEST} from now by the store's clock. */
        TOO_EARLY
    }

    private ClaimRule() {}

    /** @param job empty if the store has no such job */
    public static Verdict decide(TaskRow head, Instant now, Optional<JobState> job) {
        if (job.isEmpty() || job.get().deleted()) {
            return Verdict.OUT_OF_FORCE;
        }
        if (head.id().firing().byHand()) {
            return Verdict.ADMITTED;
        }
        boolean inForce = head.terms().work().jobVersion() == job.get().version()
                || head.terms().scheduledAt().isBefore(job.get().effectiveFrom());
        if (!job.get().enabled() || !inForce) {
            return Verdict.OUT_OF_FORCE;
        }
        return head.terms().scheduledAt().isAfter(now.plus(EARLIEST)) ? Verdict.TOO_EARLY : Verdict.ADMITTED;
    }
}
