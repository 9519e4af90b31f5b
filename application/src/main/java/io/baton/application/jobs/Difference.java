package io.baton.application.jobs;

import io.baton.domain.job.Job;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How a job of the store differs from what this node has of it. */
enum Difference {
    NONE,
    /** The node does not know it, or has not armed it as it ought to be. */
    CREATED,
    /** The node knows an earlier version. */
    UPDATED;

    /**
     * @param known what this node has
     * @param inLine whether it is armed if and only if it ought to be; asked only if the definitions are the same
     */
    static Difference of(Optional<Job> known, Job stored, BooleanSupplier inLine) {
        if (known.isPresent() && !known.get().equals(stored)) {
            return UPDATED;
        }
        return known.isPresent() && inLine.getAsBoolean() ? NONE : CREATED;
    }
}
