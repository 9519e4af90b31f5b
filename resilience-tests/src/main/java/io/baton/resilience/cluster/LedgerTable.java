package io.baton.resilience.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger as the database shows it to anybody, read beside the product. */
public final class LedgerTable {
    private static final String ROWS =
            "SELECT id, job_name, state, outcome, reason, error, owner, fence, claimed_by, attempt, recoveries,"
                    + " scheduled_at, claimed_at, started_at, finished_at FROM task WHERE job_name LIKE ? ORDER BY scheduled_at, id";

    private static final String ATTEMPTS =
            "SELECT task_id, fence, late, node, number, started_at, finished_at, outcome,"
                    + " reason, error FROM task_attempt WHERE task_id LIKE CONCAT(?, '@%') ORDER BY finished_at";

    private static final String HELD =
            "SELECT id, state, owner FROM task WHERE state IN ('QUEUED', 'RUNNING') AND owner LIKE CONCAT(?, '/%')";

    private final String jdbcUrl;

    LedgerTable(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** A task. Absent instants are 0, absent texts empty. @param node where it is or was */
    public record Row(
            String id, String job, String state, Ending end, String node, String claimedBy, Counts counts, Times at) {
        public boolean done() {
            return state.equals("DONE");
        }

        public String outcome() {
            return end.outcome();
        }
    }

    /** How it ended. */
    public record Ending(String outcome, String reason, String error) {
        /** {@code OUTCOME}, or {@code OUTCOME(REASON)}. */
        public String words() {
            return reason.isEmpty() || reason.equals("NONE") ? outcome : outcome + "(" + reason + ")";
        }
    }

    /** An attempt that was followed by another, or a result that came too late. */
    public record Attempt(String task, Ending end, boolean late, String node, Counts counts, Times at) {}

    /** How often it was started over, and its fence. */
    public record Counts(int attempt, int recoveries, long fence) {}

    /** Epoch milliseconds by the database's clock. */
    public record Times(long scheduled, long claimed, long started, long finished) {}

    /** The tasks of the jobs whose name fits the LIKE pattern, by due time. */
    public List<Row> rows(String jobs) {
        try (Connection connection = connect()) {
            return rows(connection, jobs);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static List<Row> rows(Connection connection, String jobs) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setString(1, jobs);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        }
    }

    /** Rows and attempts of the jobs whose name fits the LIKE pattern, as they stood at one moment. */
    public Content content(String jobs) {
        try (Connection connection = connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Content(rows(connection, jobs), attempts(connection, jobs));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How many tasks of the jobs whose name fits the LIKE pattern have not ended. */
    public long open(String jobs) {
        return Long.parseLong(
                value("SELECT COUNT(*) FROM task WHERE state <> 'DONE' AND job_name LIKE '" + jobs + "'"));
    }

    /** A task that an incarnation holds. @param state QUEUED or RUNNING */
    public record Held(String task, String state, String incarnation) {}

    /** What all incarnations of a node hold. */
    public List<Held> heldBy(String node) {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(HELD)) {
            query.setString(1, node);
            List<Held> held = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    held.add(new Held(found.getString("id"), found.getString("state"), found.getString("owner")));
                }
            }
            return held;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** What the ledger holds. @param attempts the earlier and the late ones */
    public record Content(List<Row> rows, List<Attempt> attempts) {}

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("the ledger cannot be read: " + e.getMessage(), e);
    }

    private static List<Attempt> attempts(Connection connection, String jobs) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ATTEMPTS)) {
            query.setString(1, jobs);
            List<Attempt> attempts = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    attempts.add(attempt(found));
                }
            }
            return attempts;
        }
    }

    private static Attempt attempt(ResultSet found) throws SQLException {
        return new Attempt(
                found.getString("task_id"),
                new Ending(text(found, "outcome"), text(found, "reason"), text(found, "error")),
                found.getBoolean("late"),
                node(text(found, "node")),
                new Counts(found.getInt("number"), 0, found.getLong("fence")),
                new Times(0, 0, found.getLong("started_at"), found.getLong("finished_at")));
    }

    /** Changes the tables as an operator would. @return how many rows were changed */
    public int execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** The first value of the first row that the query gives. */
    public String value(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            if (!found.next()) {
                throw new IllegalStateException(query + " gives nothing");
            }
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getString("id"),
                found.getString("job_name"),
                found.getString("state"),
                new Ending(text(found, "outcome"), text(found, "reason"), text(found, "error")),
                node(text(found, "owner")),
                node(text(found, "claimed_by")),
                new Counts(found.getInt("attempt"), found.getInt("recoveries"), found.getLong("fence")),
                new Times(
                        found.getLong("scheduled_at"),
                        found.getLong("claimed_at"),
                        found.getLong("started_at"),
                        found.getLong("finished_at")));
    }

    private static String text(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getString(column)).orElse("");
    }

    private static String node(String incarnation) {
        int slash = incarnation.indexOf('/');
        return slash < 0 ? incarnation : incarnation.substring(0, slash);
    }
}
