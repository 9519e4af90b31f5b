package io.baton.application.jobs;

import io.baton.application.node.StoreClock;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import io.baton.domain.schedule.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Arms each job for its next due time. */
public final class Arming {
    /** 50 s, below the least sensible misfire threshold's default of 60 s: older due times are left to the sweep. */
    private static final Duration CATCH_UP = Duration.ofSeconds(50);

    private final JobCatalog catalog;
    private final DueTimes dueTimes;
    private final StoreClock clock;

    public Arming(JobCatalog catalog, DueTimes dueTimes, StoreClock clock) {
        this.catalog = catalog;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /**
     * The first due time of a job from now on that belongs to this version; empty if it is paused or has none.
     *
     * @throws IllegalArgumentException if its cron expression is none
     */
    Optional<Instant> next(Job job) {
        if (!job.enabled()) {
            return Optional.empty();
        }
        Instant justBefore = clock.now().minusMillis(1);
        Instant effective = job.revision().effectiveFrom().minusMillis(1);
        return dueTimes.next(job.schedule(), effective.isAfter(justBefore) ? effective : justBefore);
    }

    /** Arms a job for that due time, or disarms it. */
    static void arm(Triggers triggers, Job job, Optional<Instant> due) {
        due.ifPresentOrElse(at -> triggers.arm(job.key(), job.version(), at), () -> triggers.disarm(job.key()));
    }

    /** Arms a job that has just fired for the due time after that; if this node was asleep, it catches up. */
    public void armNext(Triggers triggers, JobKey key, long version, Instant fired) {
        Instant oldest = clock.now().minus(CATCH_UP);
        catalog.find(key)
                .filter(job -> job.version() == version)
                .ifPresent(job -> armAfter(triggers, job, fired.isAfter(oldest) ? fired : oldest));
    }

    private void armAfter(Triggers triggers, Job job, Instant after) {
        arm(triggers, job, dueTimes.next(job.schedule(), after));
    }
}
