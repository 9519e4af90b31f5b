package io.baton.resilience.simulation;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Spread;
import io.baton.domain.job.Window;
import io.baton.resilience.checker.JobDefinition;
import java.time.Instant;

/** Jobs in the checker's words. */
final class Definitions {
    private Definitions() {}

    static JobDefinition of(Job job) {
        JobDefinition.Promise promise = new JobDefinition.Promise(
                job.rules().delivery() == Delivery.AT_LEAST_ONCE
                        && job.placement().spread() != Spread.BROADCAST,
                job.rules().overlap().exclusive(),
                job.rules().retry().attempts(),
                parts(job));
        return new JobDefinition(
                job.key().toString(),
                job.version(),
                job.revision().effectiveFrom().toEpochMilli(),
                job.enabled() ? JobDefinition.State.ENABLED : JobDefinition.State.PAUSED,
                words(job.schedule()),
                promise);
    }

    static JobDefinition deleted(JobDefinition last, Instant at) {
        return new JobDefinition(
                last.key(),
                last.version() + 1,
                at.toEpochMilli(),
                JobDefinition.State.DELETED,
                "manual",
                last.promise());
    }

    private static int parts(Job job) {
        return switch (job.placement().spread()) {
            case ANY, MASTER -> 1;
            case SHARDS -> Math.max(2, job.placement().shards());
            case BROADCAST -> 2;
        };
    }

    private static String words(Schedule schedule) {
        return schedule.fold(
                cron -> window(cron.window()) + "cron " + cron.zone() + " " + cron.expression(),
                every -> window(every.window()) + "every " + every.interval().toMillis() + " "
                        + every.anchor().toEpochMilli(),
                once -> "once " + once.at().toEpochMilli(),
                manual -> "manual");
    }

    private static String window(Window window) {
        return window.from().map(at -> "from " + at.toEpochMilli() + " ").orElse("")
                + window.until().map(at -> "until " + at.toEpochMilli() + " ").orElse("");
    }
}
