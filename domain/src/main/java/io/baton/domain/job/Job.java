package io.baton.domain.job;

import java.time.Instant;

/**
 * A job's definition as it stands in the store.
 *
 * @param enabled {@code false} = paused: no firings, but a run may be asked for by hand
 */
public record Job(JobKey key, JobSpec spec, boolean enabled, Revision revision) {

    /**
     * Which version of a definition this is.
     *
     * @param version from 1, grows with each change of any kind
     * @param effectiveFrom due times before this instant belong to an earlier version
     */
    public record Revision(long version, Instant effectiveFrom) {}

    public Schedule schedule() {
        return spec.schedule();
    }

    public Placement placement() {
        return spec.placement();
    }

    public Rules rules() {
        return spec.rules();
    }

    public long version() {
        return revision.version();
    }
}
