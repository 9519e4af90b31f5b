package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobRepository.Everything;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.Armed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps the armed triggers in line with the store: at start, every minute, on demand, and for what changed every few
 * seconds. One job's failure leaves the others alone.
 */
public final class JobReconciler {
    private static final Logger LOG = System.getLogger(JobReconciler.class.getName());

    private final JobRepository jobs;
    private final JobCatalog catalog;
    private final Arming arming;
    private final Triggers triggers;
    private final Lock turn;
    private Map<JobKey, String> known = Map.of(); // guarded by turn; unreadable rows that were logged

    /** @param turn held while the store is asked, so that an older answer never follows a newer one */
    public JobReconciler(JobRepository jobs, JobCatalog catalog, Arming arming, Triggers triggers, Lock turn) {
        this.jobs = jobs;
        this.catalog = catalog;
        this.arming = arming;
        this.triggers = triggers;
        this.turn = turn;
    }

    /** What was found out of line and put right. @param failed with the reason */
    public record Report(List<JobKey> removed, List<JobKey> created, List<JobKey> updated, Map<JobKey, String> failed) {
        public boolean nothing() {
            return removed.isEmpty() && created.isEmpty() && updated.isEmpty() && failed.isEmpty();
        }
    }

    /**
     * Compares everything.
     *
     * @throws StoreException if the store did not answer: nothing was changed
     */
    public Report reconcile() {
        return inTurn(this::compareAll);
    }

    private Report compareAll() {
        Everything all = jobs.all();
        Map<JobKey, Armed> armed = armed();
        Set<JobKey> gone = new TreeSet<>(armed.keySet());
        catalog.all().forEach(job -> gone.add(job.key()));
        Changes changes = new Changes(armed);
        all.jobs().forEach(job -> {
            gone.remove(job.key());
            changes.apply(job);
        });
        all.unreadable().keySet().forEach(gone::remove);
        gone.forEach(changes::remove);
        all.unreadable().forEach(changes::unreadable);
        known = all.unreadable();
        Report report = changes.report();
        if (!report.nothing()) {
            LOG.log(
                    Level.INFO,
                    "reconciled: {0} removed, {1} created, {2} updated, {3} failed",
                    report.removed().size(),
                    report.created().size(),
                    report.updated().size(),
                    report.failed().size());
        }
        return report;
    }

    /**
     * Looks for jobs whose version moved, and for new and missing ones.
     *
     * @throws StoreException if the store did not answer: nothing was changed
     */
    public Report poll() {
        return inTurn(this::lookForChanges);
    }

    private Report lookForChanges() {
        Map<JobKey, Long> stamps = jobs.stamps();
        List<JobKey> changed = new ArrayList<>();
        stamps.forEach((key, version) -> {
            boolean same = catalog.find(key).filter(j -> j.version() == version).isPresent();
            if (!same && !known.containsKey(key)) {
                changed.add(key);
            }
        });
        Set<JobKey> gone = catalog.all().stream().map(Job::key).collect(Collectors.toCollection(HashSet::new));
        gone.removeAll(stamps.keySet());
        return adopt(changed, gone);
    }

    /** Looks at some jobs at once: this node has just changed them, or was told that they changed. */
    public Report refresh(List<JobKey> keys) {
        return inTurn(() -> adopt(keys, Set.copyOf(keys)));
    }

    private Report inTurn(Supplier<Report> comparison) {
        turn.lock();
        try {
            return comparison.get();
        } finally {
            turn.unlock();
        }
    }

    private Report adopt(List<JobKey> changed, Set<JobKey> mayBeGone) {
        Changes changes = new Changes(armed());
        Set<JobKey> gone = new TreeSet<>(mayBeGone);
        if (!changed.isEmpty()) {
            Everything some = jobs.some(changed);
            some.jobs().forEach(job -> {
                gone.remove(job.key());
                changes.apply(job);
            });
            some.unreadable().forEach((key, why) -> {
                gone.remove(key);
                changes.unreadable(key, why);
            });
        }
        gone.stream().filter(key -> catalog.find(key).isPresent()).forEach(changes::remove);
        return changes.report();
    }

    private Map<JobKey, Armed> armed() {
        return triggers.armed().stream().collect(Collectors.toMap(Armed::job, Function.identity(), (a, b) -> b));
    }

    /** One comparison's changes, made one by one. */
    private final class Changes {
        private final Map<JobKey, Armed> armed;
        private final List<JobKey> removed = new ArrayList<>();
        private final List<JobKey> created = new ArrayList<>();
        private final List<JobKey> updated = new ArrayList<>();
        private final Map<JobKey, String> failed = new TreeMap<>();

        Changes(Map<JobKey, Armed> armed) {
            this.armed = new HashMap<>(armed);
        }

        void apply(Job job) {
            Optional<Job> before = catalog.find(job.key());
            boolean live = armed.containsKey(job.key());
            boolean wanted = arming.wanted(job);
            boolean changed = before.isPresent() && !before.get().equals(job);
            if (before.isPresent() && !changed && live == wanted) {
                return;
            }
            guarded(job.key(), () -> {
                catalog.put(job);
                rearm(job, wanted);
                (before.isEmpty() || !changed ? created : updated).add(job.key());
            });
        }

        private void rearm(Job job, boolean wanted) {
            if (wanted) {
                arming.arm(triggers, job);
            } else {
                triggers.disarm(job.key());
            }
        }

        void remove(JobKey key) {
            guarded(key, () -> {
                triggers.disarm(key);
                catalog.remove(key);
                removed.add(key);
            });
        }

        void unreadable(JobKey key, String why) {
            if (!why.equals(known.get(key))) {
                LOG.log(Level.ERROR, "the job {0} cannot be read and is not run: {1}", key, why);
            }
            triggers.disarm(key);
            catalog.remove(key);
            failed.put(key, why);
        }

        private void guarded(JobKey key, Runnable change) {
            try {
                change.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the job " + key + " could not be reconciled; the others go on", e);
                failed.put(key, String.valueOf(e.getMessage()));
            }
        }

        Report report() {
            return new Report(List.copyOf(removed), List.copyOf(created), List.copyOf(updated), Map.copyOf(failed));
        }
    }
}
