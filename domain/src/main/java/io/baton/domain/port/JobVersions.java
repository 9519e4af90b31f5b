package io.baton.domain.port;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import java.util.List;
import java.util.Optional;

/**
 * What each version of a definition was.
 *
 * <ol>
 *   <li>E1 Every change of a job leaves a version, equal in every field to the job as it stood then, deleted jobs' too.
 *   <li>E2 Versions are listed newest first. One that cannot be read is left out.
 * </ol>
 */
public interface JobVersions {
    /** @param most 1..1,000 */
    List<JobVersion> of(JobKey key, int most);

    Optional<JobVersion> find(JobKey key, long version);

    /** @param deleted whether this version says that the job is gone; the job is as it was before */
    record JobVersion(Job job, boolean deleted) {}
}
