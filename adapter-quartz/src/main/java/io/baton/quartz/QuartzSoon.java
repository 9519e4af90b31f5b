package io.baton.quartz;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers.Armed;
import io.baton.domain.port.Triggers.FiringDoor;
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
 * What is due soon, as triggers of a Quartz scheduler that keeps everything in memory: a one-shot trigger a job, which
 * takes some kilobytes. Quartz knows a job by its group and name and nothing else of it.
 */
final class QuartzSoon {
    /** The entry of a trigger's data that holds its {@link Armed}. */
    private static final String ARMED = "armed";

    /** Quartz fires up to 2 ms early; the law says never before the instant. */
    private static final long EARLY_MILLIS = 2;

    private final Scheduler scheduler;

    private QuartzSoon(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    static QuartzSoon open(String node, FiringDoor door) throws SchedulerException {
        // Quartz keeps its schedulers in one register for the process and hands an old one out for a name it knows.
        String name = "baton-" + node + "-" + UUID.randomUUID();
        return new QuartzSoon(QuartzSettings.open(name, (bundle, owner) -> new FiringJob(door)));
    }

    void put(Armed armed) throws SchedulerException {
        JobKey job = armed.job();
        JobDetail detail = JobBuilder.newJob(FiringJob.class)
                .withIdentity(job.name(), job.group())
                .build();
        JobDataMap data = new JobDataMap();
        data.put(ARMED, armed);
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(keyOf(job))
                .usingJobData(data)
                .startAt(wakeUp(armed.due()))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        scheduler.scheduleJob(detail, Set.of(trigger), true);
    }

    void remove(JobKey job) throws SchedulerException {
        scheduler.unscheduleJob(keyOf(job));
    }

    List<Armed> all() throws SchedulerException {
        Set<TriggerKey> keys = new HashSet<>(scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup()));
        List<Armed> armed = new ArrayList<>(keys.size());
        for (TriggerKey key : keys) {
            find(key).ifPresent(armed::add);
        }
        return armed;
    }

    void start() throws SchedulerException {
        scheduler.start();
    }

    /** Waits for what is firing. A second call finds nothing to do. */
    void stop() throws SchedulerException {
        scheduler.shutdown(true);
    }

    /** A trigger that is firing just now is still known to Quartz, without a next time; it is not armed any more. */
    private Optional<Armed> find(TriggerKey key) throws SchedulerException {
        return Optional.ofNullable(scheduler.getTrigger(key))
                .filter(Trigger::mayFireAgain)
                .map(QuartzSoon::armedBy);
    }

    /** What the trigger was armed with. */
    static Armed armedBy(Trigger trigger) {
        return (Armed) Objects.requireNonNull(trigger.getJobDataMap().get(ARMED), "every trigger is armed by put()");
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
}
