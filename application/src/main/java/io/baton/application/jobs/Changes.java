package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.Armed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One comparison's changes, made one by one; what goes wrong with one is noted and the others go on. */
final class Changes {
    private static final Logger LOG = System.getLogger(JobReconciler.class.getName());

    private final JobCatalog catalog;
    private final Arming arming;
    private final Triggers triggers;
    private final Unreadable unreadable;
    private final Set<JobKey> armed;
    private final List<JobKey> removed = new ArrayList<>();
    private final List<JobKey> created = new ArrayList<>();
    private final List<JobKey> updated = new ArrayList<>();
    private final Map<JobKey, String> failed = new TreeMap<>();

    Changes(JobCatalog catalog, Arming arming, Triggers triggers, Unreadable unreadable) {
        this.catalog = catalog;
        this.arming = arming;
        this.triggers = triggers;
        this.unreadable = unreadable;
        this.armed = triggers.armed().stream().map(Armed::job).collect(Collectors.toUnmodifiableSet());
    }

    void apply(Job job) {
        boolean wanted;
        try {
            wanted = arming.wanted(job);
        } catch (IllegalArgumentException e) {
            // A store reads rows, not cron expressions: one that a user wrote into the table shows its mistakes here.
            unreadable(job.key(), String.valueOf(e.getMessage()));
            return;
        }
        unreadable.forget(job.key());
        guarded(job.key(), () -> put(job, wanted));
    }

    private void put(Job job, boolean wanted) {
        Difference difference = Difference.of(catalog.find(job.key()), job, armed.contains(job.key()), wanted);
        if (difference == Difference.NONE) {
            return;
        }
        catalog.put(job);
        if (wanted) {
            arming.arm(triggers, job);
        } else {
            triggers.disarm(job.key());
        }
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
