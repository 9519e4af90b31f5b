package io.baton.application.core;

import io.baton.application.fire.RequestRun;
import io.baton.application.jobs.ApplyJobFile;
import io.baton.application.jobs.JobWriter;
import io.baton.application.jobs.ManageJobs;
import io.baton.application.node.ClusterWatch;
import io.baton.application.view.CancelTask;
import io.baton.application.view.ClusterReconcile;
import io.baton.application.view.Readings;
import io.baton.domain.port.CronParser;

/** What operators may do and see: the use cases that a driving adapter such as the REST API calls. */
public record Desk(Work work, Look look) {

    /** What changes something. */
    public record Work(
            ManageJobs jobs, ApplyJobFile files, RequestRun run, CancelTask cancel, ClusterReconcile reconcile) {}

    /** What only looks, and the drain wish. */
    public record Look(Readings readings, JobWriter writer, ClusterWatch watch, CronParser crons) {}

    static Desk of(Core core) {
        var ledger = core.ports.what().ledger();
        CancelTask cancel = new CancelTask(
                ledger.tasks(),
                ledger.history(),
                core.spec.self(),
                core.execution.running(),
                core.middle.sending().relocation());
        Work work = new Work(
                core.definitions.manage(),
                core.definitions.files(),
                core.firings.request(),
                cancel,
                core.definitions.cluster());
        Look look = new Look(
                new Readings(core.ports, core.middle.catalog()),
                core.definitions.writer(),
                core.middle.watch(),
                core.ports.when().crons());
        return new Desk(work, look);
    }
}
