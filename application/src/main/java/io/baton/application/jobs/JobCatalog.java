package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The definitions as this node saw them last. May lag the store by seconds: the ledger checks at each claim and start. */
public final class JobCatalog {
    private final Map<JobKey, Job> jobs = new ConcurrentHashMap<>();

    public Optional<Job> find(JobKey key) {
        return Optional.ofNullable(jobs.get(key));
    }

    public List<Job> all() {
        return List.copyOf(jobs.values());
    }

    public void put(Job job) {
        jobs.put(job.key(), job);
    }

    public void remove(JobKey key) {
        jobs.remove(key);
    }
}
