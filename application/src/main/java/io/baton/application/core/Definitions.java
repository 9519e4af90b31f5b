package io.baton.application.core;

import io.baton.application.jobs.ApplyJobFile;
import io.baton.application.jobs.JobReader;
import io.baton.application.jobs.JobReconciler;
import io.baton.application.jobs.JobWriter;
import io.baton.application.jobs.ManageJobs;
import io.baton.application.jobs.TargetCheck;
import io.baton.application.place.SecondLook;
import io.baton.application.sweep.SettlePast;
import io.baton.application.view.ClusterReconcile;

/** The wing of jobs' definitions. */
record Definitions(
        JobReconciler reconciler, ManageJobs manage, ApplyJobFile files, JobWriter writer, ClusterReconcile cluster) {

    static Definitions of(Core core, JobReconciler reconciler, Json json) {
        var stores = core.ports.what().definitions();
        JobReader reader = new JobReader(core.ports.when().crons(), core.surroundings, core.spec.zone(), json.write());
        SecondLook look = new SecondLook(core.ports.where().registry(), core.middle.watch(), core.surroundings.nanos());
        TargetCheck targets = new TargetCheck(look, core.ports.invoker());
        SettlePast past = new SettlePast(core.ports.what().ledger().recovery(), core::sweepOfDueTimes);
        ManageJobs manage = new ManageJobs(
                stores.jobs(), reader, targets, new ManageJobs.Around(past::settle, reconciler), core.surroundings);
        return new Definitions(
                reconciler,
                manage,
                new ApplyJobFile(stores.jobs(), manage),
                new JobWriter(json.read()),
                new ClusterReconcile(stores.marks(), reconciler, look, core.surroundings, core.hands.locks()));
    }
}
