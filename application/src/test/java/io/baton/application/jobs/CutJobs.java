package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** Jobs of a store that can go away. */
final class CutJobs implements JobRepository {
    private final JobRepository jobs;
    private boolean cut;
    int stampsAsked;
    int rowsAsked;

    CutJobs(JobRepository jobs) {
        this.jobs = jobs;
    }

    void cut() {
        cut = true;
    }

    private JobRepository store() {
        if (cut) {
            throw new StoreException("JobRepository", "any", "the store is gone");
        }
        return jobs;
    }

    @Override
    public Optional<Job> find(JobKey key) {
        return store().find(key);
    }

    @Override
    public Everything all() {
        return store().all();
    }

    @Override
    public void stamps(ObjLongConsumer<JobKey> stamp) {
        stampsAsked++;
        store().stamps(stamp);
    }

    @Override
    public String fingerprint() {
        return store().fingerprint();
    }

    @Override
    public Everything some(List<JobKey> keys) {
        rowsAsked += keys.size();
        return store().some(keys);
    }

    @Override
    public SaveReply save(JobKey key, JobSpec spec, boolean enabled, long basedOn) {
        return store().save(key, spec, enabled, basedOn);
    }

    @Override
    public Optional<Job> enable(JobKey key, boolean enabled) {
        return store().enable(key, enabled);
    }

    @Override
    public boolean delete(JobKey key) {
        return store().delete(key);
    }

    @Override
    public boolean delete(JobKey key, long basedOn) {
        return store().delete(key, basedOn);
    }
}
