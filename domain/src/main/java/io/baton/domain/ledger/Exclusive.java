package io.baton.domain.ledger;

import io.baton.domain.task.FiringId;
import java.time.Instant;
import java.util.Optional;

/**
 * The row that keeps the firings of one job apart. It is never deleted.
 *
 * @param holder the firing that may run; empty if none does
 * @param open how many of the holder's tasks have not ended, 0 if there is no holder
 * @param fence the job's own, grows with each new holder
 * @param lastStarted the latest scheduled time of any holder, {@link Instant#EPOCH} if there was none
 */
public record Exclusive(Optional<FiringId> holder, int open, long fence, Instant lastStarted) {
    public static final Exclusive FREE = new Exclusive(Optional.empty(), 0, 0, Instant.EPOCH);

    /** The row once the firing holds it. */
    public Exclusive takenBy(FiringId firing, int openTasks, Instant scheduledAt) {
        Instant latest = scheduledAt.isAfter(lastStarted) ? scheduledAt : lastStarted;
        return new Exclusive(Optional.of(firing), openTasks, fence + 1, latest);
    }

    /** The row after one task of the firing has ended; unchanged if the firing does not hold it. */
    public Exclusive afterEndOf(FiringId firing) {
        if (!holder.equals(Optional.of(firing))) {
            return this;
        }
        return open > 1
                ? new Exclusive(holder, open - 1, fence, lastStarted)
                : new Exclusive(Optional.empty(), 0, fence, lastStarted);
    }
}
