package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a question to a long ledger reads. */
final class MariaDbHistoryIT {
    private static final int ROWS = 6_000;

    @Test
    void the_few_that_did_not_succeed_are_found_without_reading_the_many_that_did() throws SQLException {
        TestDatabase test = TestDatabase.mariaDb();
        try (Database database = Database.open(test.settings());
                Connection beside = test.connect()) {
            fill(beside);

            assertThat(read(beside, database, Outcome.LOST, 3)).isLessThan(ROWS / 10);
            assertThat(read(beside, database, Outcome.DEAD, 0)).isLessThan(ROWS / 10);
            assertThat(read(beside, database, Outcome.SUCCEEDED, 50)).isLessThan(ROWS / 10);
        }
    }

    @Test
    void the_few_that_are_overdue_are_found_without_reading_the_many_that_ended() throws SQLException {
        TestDatabase test = TestDatabase.mariaDb();
        try (Database database = Database.open(test.settings());
                Connection beside = test.connect()) {
            fill(beside);
            try (Statement statement = beside.createStatement()) {
                statement.execute("UPDATE task SET state = 'QUEUED', due_at = scheduled_at WHERE scheduled_at <= 5");
            }

            long before = handled(beside);
            assertThat(database.history().overdue(Instant.ofEpochMilli(4), 1000))
                    .hasSize(3);
            assertThat(handled(beside) - before).isLessThan(ROWS / 10);
        }
    }

    @Test
    void the_runs_of_a_node_that_has_been_away_are_found_without_reading_what_others_did_since() throws SQLException {
        TestDatabase test = TestDatabase.mariaDb();
        try (Database database = Database.open(test.settings());
                Connection beside = test.connect()) {
            fill(beside);
            try (Statement statement = beside.createStatement()) {
                statement.execute(
                        "UPDATE task SET owner = CASE WHEN scheduled_at <= 3 THEN 'few/a' WHEN scheduled_at <= 400 THEN 'many/a'"
                                + " WHEN scheduled_at <= 800 THEN 'many/b' ELSE owner END,"
                                + " scheduled_at = CASE WHEN scheduled_at <= 800 THEN scheduled_at ELSE scheduled_at + 100000 END,"
                                + " due_at = scheduled_at");
                statement.execute("ANALYZE TABLE task");
            }

            assertThat(read(beside, database, node("few"), 3)).isLessThan(ROWS / 10);
            assertThat(read(beside, database, node("many"), 50)).isLessThan(ROWS / 5);
            assertThat(read(beside, database, node("none"), 0)).isLessThan(ROWS / 10);
        }
    }

    private static Filter node(String node) {
        return new Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new NodeId(node)), Filter.ALL.span());
    }

    private static long read(Connection beside, Database database, Outcome outcome, int expected) throws SQLException {
        Filter filter = new Filter(
                Optional.empty(), Optional.of(outcome), Optional.empty(), Optional.empty(), Filter.ALL.span());
        return read(beside, database, filter, expected);
    }

    /** @return how many rows and entries the server read for it */
    private static long read(Connection beside, Database database, Filter filter, int expected) throws SQLException {
        long before = handled(beside);
        List<TaskRow> found = database.history().search(new Query(filter, Optional.empty(), 50));
        assertThat(found)
                .hasSize(expected)
                .allSatisfy(row -> filter.outcome()
                        .ifPresent(outcome -> assertThat(
                                        row.story().end().orElseThrow().outcome())
                                .isEqualTo(outcome)));
        return handled(beside) - before;
    }

    private static long handled(Connection beside) throws SQLException {
        try (Statement statement = beside.createStatement();
                ResultSet counters = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler_read%'")) {
            long sum = 0;
            while (counters.next()) {
                sum += counters.getLong(2);
            }
            return sum;
        }
    }

    private static void fill(Connection beside) throws SQLException {
        try (PreparedStatement insert = beside.prepareStatement(
                "INSERT INTO task (id, job_name, by_hand, scheduled_at, job_version, target, delivery, overlap, spread, parts,"
                        + " state, owner, fence, attempt, recoveries, due_at, claimed_by, claimed_at, started_at, finished_at,"
                        + " outcome, other_outcome, reason, cancel_wanted, token) VALUES (?, 'G.j', FALSE, ?, 1, 'b.m', 'AT_MOST_ONCE',"
                        + " 'ALLOW', 'ANY', 1, 'DONE', 'n/i', 2, 1, 0, 1, 'n/i', 1, 1, 2, ?, NULLIF(?, 'SUCCEEDED'), 'NONE', FALSE, 't')")) {
            for (int n = 1; n <= ROWS; n++) {
                String outcome = n <= 3 ? "LOST" : "SUCCEEDED";
                insert.setString(1, "G.j@" + n);
                insert.setLong(2, n);
                insert.setString(3, outcome);
                insert.setString(4, outcome);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = beside.createStatement()) {
            statement.execute("ANALYZE TABLE task"); // a server does this by itself, some time later
        }
    }
}
