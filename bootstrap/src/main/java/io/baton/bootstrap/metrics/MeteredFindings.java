package io.baton.bootstrap.metrics;

import io.baton.application.core.NodeListener;
import io.baton.application.jobs.JobReconciler;
import io.baton.domain.job.Misfire;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the core finds out of order and no port tells: misfires, and what is armed otherwise than stored. */
public final class MeteredFindings implements NodeListener {
    private final Meters meters;
    private final Map<String, AtomicInteger> drift = new TreeMap<>();
    private final Timer reconciling;

    public MeteredFindings(Meters meters) {
        this.meters = meters;
        for (Misfire policy : Misfire.values()) {
            meters.count("scheduler.misfires", 0, "policy", policy.name());
        }
        for (String kind : new String[] {"removed", "created", "updated", "failed"}) {
            AtomicInteger found = new AtomicInteger();
            drift.put(kind, found);
            meters.registry().gauge("scheduler.reconcile.drift", Tags.of("kind", kind), found);
        }
        reconciling =
                meters.timer("scheduler.reconcile.duration", "How long a comparison of all jobs takes", Tags.empty());
    }

    @Override
    public void misfired(Misfire policy, int dueTimes) {
        meters.count("scheduler.misfires", dueTimes, "policy", policy.name());
    }

    @Override
    public void reconciled(JobReconciler.Report found, Duration took) {
        reconciling.record(took);
        set("removed", found.removed().size());
        set("created", found.created().size());
        set("updated", found.updated().size());
        set("failed", found.failed().size());
    }

    private void set(String kind, int jobs) {
        java.util.Objects.requireNonNull(drift.get(kind), kind).set(jobs);
    }
}
