package io.baton.application.core;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.port.JobRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** Another store as it is; whoever extends it changes one thing of it. */
class JobsThrough implements JobRepository {
    private final JobRepository store;

    JobsThrough(JobRepository store) {
        this.store = store;
    }

    @Override
    public Optional<Job> find(JobKey key) {
        return store.find(key);
    }

    @Override
    public Everything all() {
        return store.all();
    }

    @Override
    public Everything some(List<JobKey> keys) {
        return store.some(keys);
    }

    @Override
    public void stamps(ObjLongConsumer<JobKey> stamp) {
        store.stamps(stamp);
    }

    @Override
    public String fingerprint() {
        return store.fingerprint();
    }

    @Override
    public SaveReply save(JobKey key, JobSpec spec, boolean enabled, long basedOn) {
        return store.save(key, spec, enabled, basedOn);
    }

    @Override
    public Optional<Job> enable(JobKey key, boolean enabled) {
        return store.enable(key, enabled);
    }

    @Override
    public boolean delete(JobKey key) {
        return store.delete(key);
    }

    @Override
    public boolean delete(JobKey key, long basedOn) {
        return store.delete(key, basedOn);
    }
}
