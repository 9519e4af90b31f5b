package io.baton.quartz;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.Triggers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * The {@link Triggers} over a Quartz scheduler that keeps everything in memory: a one-shot trigger a job, armed at an
 * instant that was computed elsewhere.
 *
 * <p>Quartz knows a job by its group and name and nothing else of it. Stopping is for good: what is armed afterwards is
 * forgotten.
 */
public final class QuartzTriggers implements Triggers {
    /** The entry of a trigger's data that holds its {@link Armed}. */
    private static final String ARMED = "armed";

    /** Quartz fires up to 2 ms early; the law says never before the instant. */
    private static final long EARLY_MILLIS = 2;

    private final Scheduler scheduler;
    private volatile boolean stopped;

    /**
     * @param node names the threads; several nodes of one process may bear the same name
     * @param door called by Quartz's threads, four at a time
     */
    public QuartzTriggers(String node, FiringDoor door) {
        // Quartz keeps its schedulers in one register for the process and hands an old one out for a name it knows.
        String name = "baton-" + node + "-" + UUID.randomUUID();
        this.scheduler = tried("open", () -> QuartzSettings.open(name, (bundle, owner) -> new FiringJob(door)));
    }

    @Override
    public void arm(JobKey job, long version, Instant due) {
        JobDetail detail = JobBuilder.newJob(FiringJob.class)
                .withIdentity(job.name(), job.group())
                .build();
        JobDataMap data = new JobDataMap();
        data.put(ARMED, new Armed(job, version, due));
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(keyOf(job))
                .usingJobData(data)
                .startAt(wakeUp(due))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        unlessStopped("arm " + job, () -> {
            scheduler.scheduleJob(detail, Set.of(trigger), true);
            return job;
        });
    }

    @Override
    public void disarm(JobKey job) {
        unlessStopped("disarm " + job, () -> scheduler.unscheduleJob(keyOf(job)));
    }

    @Override
    public List<Armed> armed() {
        return unlessStopped("list what is armed", () -> {
                    Set<TriggerKey> keys = new HashSet<>(scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup()));
                    List<Armed> armed = new ArrayList<>(keys.size());
                    for (TriggerKey key : keys) {
                        find(key).ifPresent(armed::add);
                    }
                    return List.copyOf(armed);
                })
                .orElse(List.of());
    }

    @Override
    public void start() {
        unlessStopped("start", () -> {
            scheduler.start();
            return scheduler;
        });
    }

    @Override
    public void stop() {
        stopped = true;
        tried("stop", () -> {
            // Waits for what is firing. A second call finds nothing to do.
            scheduler.shutdown(true);
            return scheduler;
        });
    }

    /** A trigger that is firing just now is still known to Quartz, without a next time; it is not armed any more. */
    private Optional<Armed> find(TriggerKey key) throws SchedulerException {
        return Optional.ofNullable(scheduler.getTrigger(key))
                .filter(Trigger::mayFireAgain)
                .map(QuartzTriggers::armedBy);
    }

    /** What the trigger was armed with. */
    static Armed armedBy(Trigger trigger) {
        return (Armed) Objects.requireNonNull(trigger.getJobDataMap().get(ARMED), "every trigger is armed by arm()");
    }

    private static TriggerKey keyOf(JobKey job) {
        return new TriggerKey(job.name(), job.group());
    }

    /** The millisecond at which Quartz is to fire, so that it does not fire before the instant: 5.0001 s → 5.003 s. */
    @SuppressWarnings("JavaUtilDate") // Quartz's border.
    private static Date wakeUp(Instant due) {
        long up = due.truncatedTo(ChronoUnit.MILLIS).equals(due) ? 0 : 1;
        return new Date(due.toEpochMilli() + up + EARLY_MILLIS);
    }

    private <T> Optional<T> unlessStopped(String what, QuartzCall<T> call) {
        if (stopped) {
            return Optional.empty();
        }
        try {
            return Optional.of(call.make());
        } catch (SchedulerException e) {
            if (stopped) {
                return Optional.empty();
            }
            throw new StoreException("Triggers", what, e);
        }
    }

    private static <T> T tried(String what, QuartzCall<T> call) {
        try {
            return call.make();
        } catch (SchedulerException e) {
            throw new StoreException("Triggers", what, e);
        }
    }

    @FunctionalInterface
    private interface QuartzCall<T> {
        T make() throws SchedulerException;
    }
}
