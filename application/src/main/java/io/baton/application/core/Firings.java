package io.baton.application.core;

import io.baton.application.fire.ClaimFirings;
import io.baton.application.fire.FireJob;
import io.baton.application.fire.FiringPlan;
import io.baton.application.fire.FiringRows;
import io.baton.application.fire.FiringShare;
import io.baton.application.fire.RequestRun;
import io.baton.application.jobs.JobReconciler;
import io.baton.domain.port.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** The wing that turns due times and requests into claimed tasks. */
record Firings(FireJob fire, RequestRun request, FiringPlan plan, FiringRows rows) {
    private static final Logger LOG = System.getLogger(Firings.class.getName());

    static Firings of(Core core, JobReconciler reconciler) {
        var middle = core.middle;
        FiringRows rows = new FiringRows(core.spec.self());
        FiringPlan plan = new FiringPlan(middle.sending().board(), rows, core.spec.self(), middle.watch()::master);
        ClaimFirings claims = new ClaimFirings(
                core.ports.what().ledger().tasks(),
                plan,
                middle.tokens(),
                new ClaimFirings.Ways(
                        core.spec.self(),
                        middle.slots(),
                        core.execution.start(),
                        middle.sending().distributor()),
                firing -> core.hands
                        .steps()
                        .execute(() -> refresh(reconciler, firing.job().key())));
        FireJob.Standing standing = new FireJob.Standing(middle.watch(), middle.clock());
        FireJob fire = new FireJob(
                middle.catalog(),
                new FireJob.Gate(
                        standing,
                        new FiringShare(
                                middle.watch(),
                                middle.clock(),
                                core.spec.dispatch().firingNodes())),
                core.ports.where().lock(),
                claims,
                core.hands.steps());
        RequestRun request = new RequestRun(
                core.ports.what().definitions().jobs(),
                new RequestRun.Entrance(
                        claims,
                        plan,
                        core.spec.dispatch().queueCapacity(),
                        task -> core.ports.what().ledger().history().find(task).isPresent()),
                standing,
                core.surroundings,
                core.backoff());
        return new Firings(fire, request, plan, rows);
    }

    /** The ledger said that this node's definition is out of date. */
    private static void refresh(JobReconciler reconciler, io.baton.domain.job.JobKey key) {
        try {
            reconciler.refresh(List.of(key));
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "{0} is refreshed by the next poll: {1}", key, e.getMessage());
        }
    }
}
