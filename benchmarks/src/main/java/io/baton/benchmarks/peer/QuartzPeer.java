package io.baton.benchmarks.peer;

import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz with its JDBC store, clustered: one durable job, a trigger for each of the load's. */
final class QuartzPeer implements Peer {
    private static final String SOURCE = "bench";
    /** In a transaction: 1,000 triggers, which is many a lock and few a transaction log. */
    private static final int AT_ONCE = 1_000;
    /** Of the load, as the job's data. */
    private static final String KIND = "kind";

    /** What it runs. */
    public static final class Noop implements Job {
        @Override
        @SuppressWarnings("JavaUtilDate") // its API
        public void execute(JobExecutionContext context) {
            long due = context.getScheduledFireTime().getTime();
            TriggerKey trigger = context.isRecovering()
                    ? context.getRecoveringTriggerKey()
                    : context.getTrigger().getKey();
            Peer.work(Kind.valueOf(context.getMergedJobDataMap().getString(KIND)), trigger.getName(), due);
        }
    }

    @Override
    public void seed(DataSource database, Load load, long due) throws Exception {
        Peer.script(database, tables());
        Scheduler scheduler = scheduler(database, load);
        JobDetail job = JobBuilder.newJob(Noop.class)
                .withIdentity("noop")
                .usingJobData(KIND, load.kind().name())
                .requestRecovery(load.kind() == Kind.STAYING)
                .storeDurably()
                .build();
        scheduler.addJob(job, true);
        Set<Trigger> some = new HashSet<>();
        for (int n = 0; n < load.jobs(); n++) {
            some.add(trigger(job, n, load, due));
            if (some.size() == AT_ONCE || n == load.jobs() - 1) {
                scheduler.scheduleJobs(Map.of(job, some), true);
                some = new HashSet<>();
            }
        }
        scheduler.shutdown();
    }

    @SuppressWarnings("JavaUtilDate") // its API
    private static Trigger trigger(JobDetail job, int n, Load load, long due) {
        SimpleScheduleBuilder schedule = SimpleScheduleBuilder.simpleSchedule()
                .withMisfireHandlingInstructionIgnoreMisfires()
                .withIntervalInSeconds(1)
                .withRepeatCount(Math.max(0, load.seconds() - 1));
        return TriggerBuilder.newTrigger()
                .withIdentity("t" + n)
                .forJob(job)
                .startAt(new Date(due + load.offset(n)))
                .withSchedule(schedule)
                .build();
    }

    @Override
    public Built build(DataSource database, Load load) throws Exception {
        return scheduler(database, load)::start;
    }

    private static Scheduler scheduler(DataSource database, Load load) throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(SOURCE, new Provided(database));
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "bench");
        settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "50");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(Peer.threads(load)));
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        settings.setProperty("org.quartz.jobStore.dataSource", SOURCE);
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return new StdSchedulerFactory(settings).getScheduler();
    }

    /** Its own tables, without the comments. */
    private static String tables() throws IOException {
        try (InputStream script =
                Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_mysql_innodb.sql")) {
            if (script == null) {
                throw new IOException("Quartz brings no tables for MySQL");
            }
            StringBuilder sql = new StringBuilder();
            new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.strip().equalsIgnoreCase("commit;"))
                    .forEach(line -> sql.append(line).append('\n'));
            return sql.toString();
        }
    }

    private record Provided(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
