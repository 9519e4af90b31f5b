package io.baton.resilience.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each version of each definition was, read beside the product. */
public final class DefinitionTable {
    private static final String VERSIONS =
            "SELECT name, version, effective_from, cron, enabled, deleted, valid_from, valid_until FROM job_version"
                    + " WHERE name LIKE ? ORDER BY name, version";

    private final String jdbcUrl;

    DefinitionTable(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** A version. @param first no due time before it, {@code last} none after it, both UTC millis */
    public record Version(String job, long number, long from, String cron, State state, long first, long last) {}

    /** Whether it fires. */
    public record State(boolean enabled, boolean deleted) {}

    /** The versions of the jobs whose name fits the LIKE pattern; the cron expression is empty if there is none. */
    public List<Version> versions(String jobs) {
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
                Optional.ofNullable(found.getString("cron")).orElse(""),
                new State(found.getBoolean("enabled"), found.getBoolean("deleted")),
                found.getLong("valid_from"),
                found.getLong("valid_until"));
    }
}
