package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The definitions as this node saw them last. May lag the store by seconds: the ledger checks at each claim and start. */
public final class JobCatalog {
    private final Map<JobKey, Job> jobs = new ConcurrentHashMap<>();
    private final List<Consumer<JobKey>> listeners = new CopyOnWriteArrayList<>();

    public Optional<Job> find(JobKey key) {
        return Optional.ofNullable(jobs.get(key));
    }

    public List<Job> all() {
        return List.copyOf(jobs.values());
    }

    /** The names of all jobs, in no order, as they are while one looks. */
    public Set<JobKey> keys() {
        return Collections.unmodifiableSet(jobs.keySet());
    }

    public void put(Job job) {
        jobs.put(job.key(), job);
        tell(job.key());
    }

    public void remove(JobKey key) {
        jobs.remove(key);
        tell(key);
    }

    /** @param listener hears from now on of each job that was put or removed, after that, on the thread that did it: be quick */
    public void listen(Consumer<JobKey> listener) {
        listeners.add(listener);
    }

    private void tell(JobKey key) {
        listeners.forEach(listener -> listener.accept(key));
    }
}
