package io.baton.benchmarks.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** db-scheduler, in its default strategy or in lock-and-fetch. */
final class DbSchedulerPeer implements Peer {
    private static final String TABLES = """
            CREATE TABLE scheduled_tasks (
              task_name VARCHAR(100) NOT NULL,
              task_instance VARCHAR(100) NOT NULL,
              task_data BLOB,
              execution_time TIMESTAMP(6) NOT NULL,
              picked BOOLEAN NOT NULL,
              picked_by VARCHAR(50),
              last_success TIMESTAMP(6) NULL,
              last_failure TIMESTAMP(6) NULL,
              consecutive_failures INT,
              last_heartbeat TIMESTAMP(6) NULL,
              version BIGINT NOT NULL,
              priority SMALLINT,
              PRIMARY KEY (task_name, task_instance),
              INDEX execution_time_idx (execution_time),
              INDEX last_heartbeat_idx (last_heartbeat),
              INDEX priority_execution_time_idx (priority, execution_time)
            )
            """;

    private final boolean lockAndFetch;

    DbSchedulerPeer(boolean lockAndFetch) {
        this.lockAndFetch = lockAndFetch;
    }

    @Override
    public void seed(DataSource database, Load load, long due) throws Exception {
        Peer.script(database, TABLES);
        CustomTask<Void> noop = noop(load);
        List<TaskInstance<?>> all = IntStream.range(0, load.jobs())
                .<TaskInstance<?>>mapToObj(n -> noop.instance("t" + n))
                .toList();
        SchedulerClient.Builder.create(database, noop)
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                .build()
                .scheduleBatch(all, Instant.ofEpochMilli(due));
        if (load.kind() == Kind.SPREAD) {
            spread(database, load);
        }
    }

    private static void spread(DataSource database, Load load) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement move = connection.prepareStatement(
                        "UPDATE scheduled_tasks SET execution_time = execution_time + INTERVAL ? MICROSECOND"
                                + " WHERE task_name = 'noop' AND task_instance = ?")) {
            for (int n = 0; n < load.jobs(); n++) {
                move.setLong(1, load.offset(n) * 1_000);
                move.setString(2, "t" + n);
                move.addBatch();
            }
            move.executeBatch();
        }
    }

    @Override
    public Built build(DataSource database, Load load) {
        SchedulerBuilder builder = Scheduler.create(database, noop(load))
                .threads(Peer.threads(load))
                .pollingInterval(Duration.ofMillis(100))
                .enableImmediateExecution()
                .alwaysPersistTimestampInUTC();
        if (load.kind() == Kind.STAYING) {
            builder.heartbeatInterval(Duration.ofSeconds(10)).missedHeartbeatsLimit(4); // its least
        }
        Scheduler scheduler = lockAndFetch
                ? builder.jdbcCustomization(new MySQL8JdbcCustomization(true))
                        .pollUsingLockAndFetch(1.0, 4.0)
                        .build()
                : builder.build();
        return scheduler::start;
    }

    /** Its own cron of each second drifts and leaves seconds out; so each execution names the next. */
    private static CustomTask<Void> noop(Load load) {
        return Tasks.custom("noop", Void.class).execute((instance, context) -> {
            Instant due = context.getExecution().executionTime;
            Peer.work(load.kind(), instance.getId(), due.toEpochMilli());
            return next(load, context);
        });
    }

    private static CompletionHandler<Void> next(Load load, ExecutionContext context) {
        if (load.seconds() == 0) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        Instant next = context.getExecution().executionTime.plusSeconds(1);
        return (complete, operations) -> operations.reschedule(complete, next);
    }
}
