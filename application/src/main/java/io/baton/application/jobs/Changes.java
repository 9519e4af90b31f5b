package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One comparison's changes, made one by one; what goes wrong with one is noted and the others go on. */
final class Changes {
    private static final Logger LOG = System.getLogger(JobReconciler.class.getName());

    private final JobCatalog catalog;
    private final Arming arming;
    private final Triggers triggers;
    private final Unreadable unreadable;
    private final Supplier<Set<JobKey>> armed;
    private final List<JobKey> removed = new ArrayList<>();
    private final List<JobKey> created = new ArrayList<>();
    private final List<JobKey> updated = new ArrayList<>();
    private final Map<JobKey, String> failed = new TreeMap<>();

    /** @param armed asked only for a job whose definition is known already */
    Changes(JobReconciler.Armament armament, Unreadable unreadable, Supplier<Set<JobKey>> armed) {
        this.catalog = armament.catalog();
        this.arming = armament.arming();
        this.triggers = armament.triggers();
        this.unreadable = unreadable;
        this.armed = armed;
    }

    void apply(Job job) {
        Optional<Instant> due;
        try {
            due = arming.next(job);
        } catch (IllegalArgumentException e) {
            // A store reads rows, not cron expressions: one that a user wrote into the table shows its mistakes here.
            unreadable(job.key(), String.valueOf(e.getMessage()));
            return;
        }
        unreadable.forget(job.key());
        guarded(job.key(), () -> put(job, due));
    }

    private void put(Job job, Optional<Instant> due) {
        Difference difference =
                Difference.of(catalog.find(job.key()), job, () -> armed.get().contains(job.key()) == due.isPresent());
        if (difference == Difference.NONE) {
            return;
        }
        catalog.put(job);
        Arming.arm(triggers, job, due);
        (difference == Difference.UPDATED ? updated : created).add(job.key());
    }

    void remove(JobKey key) {
        unreadable.forget(key);
        guarded(key, () -> {
            triggers.disarm(key);
            catalog.remove(key);
            removed.add(key);
        });
    }

    void unreadable(JobKey key, String why) {
        if (unreadable.isNews(key, why)) {
            LOG.log(Level.ERROR, "the job {0} cannot be read and is not run: {1}", key, why);
        }
        guarded(key, () -> {
            triggers.disarm(key);
            catalog.remove(key);
            failed.put(key, why);
        });
    }

    private void guarded(JobKey key, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the job " + key + " could not be reconciled; the others go on", e);
            failed.put(key, String.valueOf(e.getMessage()));
        }
    }

    JobReconciler.Report report() {
        return new JobReconciler.Report(
                List.copyOf(removed), List.copyOf(created), List.copyOf(updated), Map.copyOf(failed));
    }
}
