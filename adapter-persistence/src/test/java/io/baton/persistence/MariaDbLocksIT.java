package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.contracts.what.Jobs;
import io.baton.contracts.what.Rows;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.Overlap;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger.StartReply;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that meet a row lock which somebody else holds. */
final class MariaDbLocksIT {
    private static final Incarnation ANNA = Incarnation.parse("anna/a1");

    private TestDatabase test;
    private Database database;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        test = TestDatabase.mariaDb();
        database = Database.open(test.settings());
        other = test.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.abort(Runnable::run); // the server may have ended it already
        database.close();
    }

    @Test
    void a_session_that_falls_silent_with_a_lock_is_ended_and_the_others_go_on() throws SQLException {
        TaskRow task = claimed(Jobs.plain());
        lock("SELECT id FROM task FOR UPDATE");

        StartReply reply = start(task);

        assertThat(reply.verdict()).isEqualTo(StartVerdict.STARTED);
    }

    @Test
    void a_start_that_waited_for_the_exclusive_row_is_recorded_as_later_than_its_release() throws Exception {
        TaskRow task = claimed(Jobs.with(Overlap.QUEUE, Delivery.AT_MOST_ONCE));
        other.createStatement().execute("SET SESSION idle_transaction_timeout = 0");
        other.commit();
        lock("SELECT job_name FROM job_exclusive FOR UPDATE");
        CompletableFuture<StartReply> start = CompletableFuture.supplyAsync(() -> start(task));
        awaitWaiting(start);
        Instant released = database.recovery().now();
        other.rollback();

        TaskRow started = start.get(30, TimeUnit.SECONDS).row().orElseThrow();

        assertThat(started.story().startedAt().orElseThrow()).isAfterOrEqualTo(released);
    }

    private TaskRow claimed(JobSpec spec) {
        Job job = database.jobs()
                .save(JobKey.parse("DEMO.job"), spec, true, 0)
                .job()
                .orElseThrow();
        Instant due = database.recovery().now().minusSeconds(60);
        return database.ledger()
                .claim(List.of(Rows.queued(job, due, ANNA)), new WriteToken("anna/a1#1"))
                .get(0)
                .rows()
                .get(0);
    }

    private StartReply start(TaskRow task) {
        return database.ledger()
                .start(List.of(new StartRequest(task.id(), task.fence())), ANNA, new WriteToken("anna/a1#2"))
                .get(0);
    }

    private void lock(String sql) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.executeQuery(sql);
        }
    }

    /** Until the server says that a transaction waits for a lock, and 5 ms of its clock have passed. */
    private void awaitWaiting(CompletableFuture<StartReply> start) {
        // The server shows the same again to those who ask more than ten times a second.
        await("the start waits for the lock")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    assertThat(start).as("the start waits for the lock").isNotDone();
                    return waiting();
                });
        Instant seen = database.recovery().now();
        while (database.recovery().now().isBefore(seen.plusMillis(5))) {
            assertThat(start).as("the start waits for the lock").isNotDone();
        }
    }

    private boolean waiting() throws SQLException {
        try (Connection connection = test.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
            return count.next() && count.getLong(1) > 0;
        }
    }
}
