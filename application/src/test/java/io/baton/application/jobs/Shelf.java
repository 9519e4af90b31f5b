package io.baton.application.jobs;

import io.baton.application.Surroundings;
import io.baton.application.node.StoreClock;
import io.baton.domain.job.About;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.port.CronParser;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.Armed;
import io.baton.domain.schedule.DueTimes;
import io.baton.domain.target.InvocationTarget;
import io.baton.memory.ManualTriggers;
import io.baton.memory.MemoryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** A store of jobs, triggers, and a reconciler between them. */
final class Shelf {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    static final String BROKEN = "no cron at all";

    private final Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    private final Set<JobKey> refused = new HashSet<>();
    private long nanos;
    int armedAsked;

    /** Each comparison that was told, with its time: a millisecond. */
    final List<String> told = new ArrayList<>();

    final CutJobs jobs = new CutJobs(new MemoryDatabase(clock).connect().jobs());
    final JobCatalog catalog = new JobCatalog();
    final ManualTriggers triggers = new ManualTriggers((job, version, due) -> {});
    final JobReconciler reconciler = new JobReconciler(
            jobs,
            new JobReconciler.Armament(catalog, arming(), new Refusing()),
            new ReentrantLock(),
            () -> nanos += 1_000_000,
            (drift, took) -> told.add(drift + " " + took.toMillis()));

    void save(JobKey key, String every) {
        save(key, new Schedule.Every(Durations.parse(every), START, Window.ALWAYS));
    }

    void saveCron(JobKey key, String text) {
        save(key, new Schedule.Cron(text, ZoneOffset.UTC, Window.ALWAYS));
    }

    private void save(JobKey key, Schedule schedule) {
        JobSpec.Work work = new JobSpec.Work(InvocationTarget.parse("bean.run"), JsonText.EMPTY_OBJECT);
        long before = jobs.find(key).map(Job::version).orElse(0L);
        jobs.save(key, new JobSpec(About.NOTHING, work, schedule, Placement.ANYWHERE, Rules.DEFAULT), true, before);
    }

    /** Arming this job fails from now on. */
    void refuse(JobKey key) {
        refused.add(key);
    }

    List<JobKey> armed() {
        return triggers.armed().stream().map(Armed::job).sorted().toList();
    }

    private Arming arming() {
        CronParser crons = (text, zone) -> {
            if (text.equals(BROKEN)) {
                throw new IllegalArgumentException("cron '" + text + "' is none");
            }
            return after -> Optional.of(Instant.ofEpochSecond((after.getEpochSecond() / 60 + 1) * 60));
        };
        Surroundings surroundings = new Surroundings(clock, () -> 0, () -> 0.5, () -> "id");
        return new Arming(catalog, new DueTimes(crons), new StoreClock(surroundings));
    }

    private final class Refusing implements Triggers {
        @Override
        public void arm(JobKey job, long version, Instant due) {
            if (refused.contains(job)) {
                throw new IllegalStateException("this one cannot be armed");
            }
            triggers.arm(job, version, due);
        }

        @Override
        public void disarm(JobKey job) {
            triggers.disarm(job);
        }

        @Override
        public List<Armed> armed() {
            armedAsked++;
            return triggers.armed();
        }

        @Override
        public void start() {
            triggers.start();
        }

        @Override
        public void stop() {
            triggers.stop();
        }
    }
}
