package io.baton.memory;

import io.baton.domain.job.Job;
import io.baton.domain.job.Job.Revision;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.ledger.JobState;
import io.baton.domain.port.JobVersions.JobVersion;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of jobs; a deleted one leaves its revision behind. */
final class JobTable {
    private final Map<JobKey, Job> jobs = new TreeMap<>();
    private final Map<JobKey, Revision> revisions = new TreeMap<>();
    private final Map<JobKey, Deque<JobVersion>> versions = new TreeMap<>();

    Optional<Job> find(JobKey key) {
        return Optional.ofNullable(jobs.get(key));
    }

    List<Job> all() {
        return List.copyOf(jobs.values());
    }

    Job put(JobKey key, JobSpec spec, boolean enabled, Instant now) {
        Job job = new Job(key, spec, enabled, next(key, now));
        jobs.put(key, job);
        remember(job, false);
        return job;
    }

    boolean delete(JobKey key, Instant now) {
        Job gone = jobs.remove(key);
        if (gone == null) {
            return false;
        }
        remember(new Job(key, gone.spec(), gone.enabled(), next(key, now)), true);
        return true;
    }

    /** What the ledger checks; empty if there never was such a job. */
    Optional<JobState> state(JobKey key) {
        return Optional.ofNullable(revisions.get(key)).map(revision -> {
            Job job = jobs.get(key);
            return new JobState(
                    revision.version(), revision.effectiveFrom(), job != null && job.enabled(), job == null);
        });
    }

    /** Newest first. */
    List<JobVersion> versions(JobKey key) {
        return List.copyOf(versions.getOrDefault(key, new ArrayDeque<>()));
    }

    private void remember(Job job, boolean deleted) {
        versions.computeIfAbsent(job.key(), key -> new ArrayDeque<>()).addFirst(new JobVersion(job, deleted));
    }

    private Revision next(JobKey key, Instant now) {
        return revisions.merge(key, new Revision(1, now), (old, first) -> new Revision(old.version() + 1, now));
    }
}
