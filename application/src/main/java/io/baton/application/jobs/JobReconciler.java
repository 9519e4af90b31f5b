package io.baton.application.jobs;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobRepository.Everything;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.Armed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
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
    private final Armament armament;
    private final Lock turn;
    private final LongSupplier nanos;
    private final BiConsumer<Report, Duration> told;
    private final Unreadable unreadable = new Unreadable(); // guarded by turn
    private Optional<String> polled = Optional.empty(); // guarded by turn
    private long rounds; // comparisons of everything; guarded by turn

    /** What is kept in line: the jobs that this node knows, and its triggers. */
    public record Armament(JobCatalog catalog, Arming arming, Triggers triggers) {}

    /**
     * @param turn held while the store is asked, so that an older answer never follows a newer one
     * @param nanos a clock that only goes forward
     * @param told of each comparison of everything but the first, and how long it took
     */
    public JobReconciler(
            JobRepository jobs, Armament armament, Lock turn, LongSupplier nanos, BiConsumer<Report, Duration> told) {
        this.jobs = jobs;
        this.catalog = armament.catalog();
        this.armament = armament;
        this.turn = turn;
        this.nanos = nanos;
        this.told = told;
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

    /**
     * What {@link #reconcile} would put right at this moment. It changes nothing.
     *
     * @throws StoreException if the store did not answer
     */
    public Report foresee() {
        return inTurn(() -> {
            Survey survey = Survey.of(jobs, armament, rounds);
            return new Foreseen(catalog, armament.arming(), survey.armed()).of(survey.gone(), survey.rows());
        });
    }

    private Report compareAll() {
        long began = nanos.getAsLong();
        Survey survey = Survey.of(jobs, armament, rounds);
        Changes changes = new Changes(armament, unreadable, survey::armed);
        survey.rows().jobs().forEach(changes::apply);
        survey.gone().forEach(changes::remove);
        survey.rows().unreadable().forEach(changes::unreadable);
        Report report = changes.report();
        say("reconciled", report);
        if (rounds > 0) {
            told.accept(report, Duration.ofNanos(nanos.getAsLong() - began));
        }
        rounds++;
        return report;
    }

    /**
     * Looks for jobs whose version moved, and for new and missing ones; asks for no more than the fingerprint as long as that
     * stays what it was.
     *
     * @throws StoreException if the store did not answer: nothing was changed
     */
    public Report poll() {
        return inTurn(this::lookForChanges);
    }

    private Report lookForChanges() {
        Optional<String> fingerprint = Optional.of(jobs.fingerprint());
        if (fingerprint.equals(polled)) {
            return new Report(List.of(), List.of(), List.of(), Map.of());
        }
        Report report = compareStamps();
        polled = fingerprint;
        return report;
    }

    private Report compareStamps() {
        Map<JobKey, Long> changed = new LinkedHashMap<>();
        Set<JobKey> gone = new HashSet<>(catalog.keys());
        jobs.stamps((key, version) -> {
            gone.remove(key);
            boolean same = catalog.find(key).filter(j -> j.version() == version).isPresent();
            if (!same && !unreadable.seen(key, version)) {
                changed.put(key, version);
            }
        });
        Report report = adopt(List.copyOf(changed.keySet()), gone);
        report.failed().keySet().forEach(key -> unreadable.see(key, changed.getOrDefault(key, 0L)));
        say("jobs changed in the store", report);
        return report;
    }

    private static void say(String what, Report report) {
        if (!report.nothing()) {
            LOG.log(
                    Level.INFO,
                    "{0}: {1} removed, {2} created, {3} updated, {4} failed",
                    what,
                    report.removed().size(),
                    report.created().size(),
                    report.updated().size(),
                    report.failed().size());
        }
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
        Changes changes = new Changes(armament, unreadable, this::armed);
        Set<JobKey> gone = new TreeSet<>(mayBeGone);
        if (!changed.isEmpty()) {
            Everything some = Survey.read(jobs, changed);
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

    private Set<JobKey> armed() {
        return armament.triggers().armed().stream().map(Armed::job).collect(Collectors.toSet());
    }
}
