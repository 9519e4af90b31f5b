package io.baton.quartz;

import java.util.Properties;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.spi.JobFactory;

/** How Quartz is set up: in memory, few daemon threads, no calls home, no properties file of anybody's. */
final class QuartzSettings {
    /** The door does no I/O; four threads serve tens of thousands of firings a second. */
    private static final int THREADS = 4;

    private QuartzSettings() {}

    /** @param name of the scheduler, unique in this process */
    static Scheduler open(String name, JobFactory jobs) throws SchedulerException {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", name);
        settings.setProperty("org.quartz.scheduler.instanceId", "NON_CLUSTERED");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        // Stopping waits for what is firing and does not interrupt it.
        settings.setProperty("org.quartz.scheduler.interruptJobsOnShutdown", "false");
        settings.setProperty("org.quartz.scheduler.interruptJobsOnShutdownWithWait", "false");
        // Triggers of the same instant go to the threads together.
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(THREADS));
        settings.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
        settings.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
        scheduler.setJobFactory(jobs);
        return scheduler;
    }
}
