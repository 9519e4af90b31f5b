package io.baton.application.jobs;

import io.baton.domain.job.Job;
import java.util.Optional;

/** How a job of the store differs from what this node has of it. */
enum Difference {
    NONE,
    /** The node does not know it, or has not armed it as it ought to be. */
    CREATED,
    /** The node knows an earlier version. */
    UPDATED;

    /**
     * @param known what this node has
     * @param armed whether it is armed
     * @param wanted whether it ought to be
     */
    static Difference of(Optional<Job> known, Job stored, boolean armed, boolean wanted) {
        if (known.isPresent() && !known.get().equals(stored)) {
            return UPDATED;
        }
        return known.isPresent() && armed == wanted ? NONE : CREATED;
    }
}
