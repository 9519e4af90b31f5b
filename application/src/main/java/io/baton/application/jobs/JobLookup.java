package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Definitions for tasks that are under way: this node's own view, or the store's where that is too old. */
public final class JobLookup {
    private static final Logger LOG = System.getLogger(JobLookup.class.getName());

    private final JobCatalog catalog;
    private final JobRepository jobs;

    public JobLookup(JobCatalog catalog, JobRepository jobs) {
        this.catalog = catalog;
        this.jobs = jobs;
    }

    /**
     * The definition of a job.
     *
     * @param version the least version that will do; 0 = any. A task may arrive before the change of its job has.
     */
    public Optional<Job> find(JobKey key, long version) {
        Optional<Job> known = catalog.find(key);
        if (known.filter(job -> job.version() >= version).isPresent()) {
            return known;
        }
        try {
            return jobs.find(key);
        } catch (StoreException e) {
            LOG.log(
                    Level.WARNING,
                    "the definition of {0} is not known in version {1}: {2}",
                    key,
                    version,
                    e.getMessage());
            return known;
        }
    }
}
