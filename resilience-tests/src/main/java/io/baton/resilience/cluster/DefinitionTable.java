package io.baton.resilience.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each version of each definition was, read beside the product. */
public final class DefinitionTable {
    private static final int BATCH = 5_000;
    private static final String ONCE = "INSERT INTO job (name, target, once_at) VALUES (?, ?, ?)";
    private static final String VERSIONS =
            "SELECT name, version, effective_from, cron, zone, every_ms, anchor, once_at, enabled, deleted, valid_from,"
                    + " valid_until FROM job_version WHERE name LIKE ? ORDER BY name, version";

    private final String jdbcUrl;

    DefinitionTable(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** A version. @param schedule in the words of the checker's schedules */
    public record Version(String job, long number, long from, String schedule, State state) {}

    /** Whether it fires. */
    public record State(boolean enabled, boolean deleted) {}

    /**
     * Inserts jobs as an operator would, all due once at the same moment.
     *
     * @param group their names are {@code GROUP.once-0} …
     */
    public void insertOnce(String group, int jobs, String target, Instant at) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement insert = connection.prepareStatement(ONCE)) {
            connection.setAutoCommit(false);
            for (int n = 0; n < jobs; n++) {
                insert.setString(1, group + ".once-" + n);
                insert.setString(2, target);
                insert.setLong(3, at.toEpochMilli());
                insert.addBatch();
                if (n % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("jobs cannot be inserted: " + e.getMessage(), e);
        }
    }

    /** The versions of the jobs whose name fits one of the LIKE patterns. */
    public List<Version> versions(List<String> jobs) {
        return jobs.stream()
                .flatMap(pattern -> versions(pattern).stream())
                .distinct()
                .toList();
    }

    private List<Version> versions(String jobs) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement query = connection.prepareStatement(VERSIONS)) {
            query.setString(1, jobs);
            List<Version> versions = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    versions.add(version(found));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new IllegalStateException("the definitions cannot be read: " + e.getMessage(), e);
        }
    }

    private static Version version(ResultSet found) throws SQLException {
        return new Version(
                found.getString("name"),
                found.getLong("version"),
                found.getLong("effective_from"),
                schedule(found),
                new State(found.getBoolean("enabled"), found.getBoolean("deleted")));
    }

    private static String schedule(ResultSet found) throws SQLException {
        Optional<String> cron = Optional.ofNullable(found.getString("cron"));
        long every = found.getLong("every_ms");
        long once = found.getLong("once_at");
        if (cron.isPresent()) {
            return window(found) + "cron " + found.getString("zone") + " " + cron.get();
        }
        if (every > 0) {
            return window(found) + "every " + every + " " + found.getLong("anchor");
        }
        return once > 0 ? "once " + once : "manual";
    }

    private static String window(ResultSet found) throws SQLException {
        return "from " + found.getLong("valid_from") + " until " + found.getLong("valid_until") + " ";
    }
}
