package io.baton.resilience.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All tables of a database as they stood at one moment, kept in another database of the same server. */
public final class Backup {
    private static final String AT = "baton_backup";

    private final String jdbcUrl;
    private final List<String> tables;

    private Backup(String jdbcUrl, List<String> tables) {
        this.jdbcUrl = jdbcUrl;
        this.tables = List.copyOf(tables);
    }

    /** Makes one; nobody changes a table meanwhile. */
    static Backup of(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            List<String> tables = tables(statement);
            statement.execute("CREATE DATABASE " + AT);
            for (String table : tables) {
                statement.execute("CREATE TABLE " + kept(table) + " LIKE " + table);
            }
            statement.execute("LOCK TABLES "
                    + tables.stream()
                            .map(table -> table + " READ, " + kept(table) + " WRITE")
                            .collect(Collectors.joining(", ")));
            for (String table : tables) {
                statement.execute("INSERT INTO " + kept(table) + " SELECT * FROM " + table);
            }
            statement.execute("UNLOCK TABLES");
            return new Backup(jdbcUrl, tables);
        } catch (SQLException e) {
            throw new IllegalStateException("no backup: " + e.getMessage(), e);
        }
    }

    /** The tasks that had not ended and may run again. */
    public Set<String> unfinishedAtLeastOnce() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT id FROM " + kept("task") + " WHERE state <> 'DONE' AND delivery = 'AT_LEAST_ONCE'")) {
            Set<String> tasks = new HashSet<>();
            while (found.next()) {
                tasks.add(found.getString(1));
            }
            return tasks;
        } catch (SQLException e) {
            throw new IllegalStateException("the backup cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SHOW TABLES")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static String kept(String table) {
        return AT + "." + table;
    }

    /** Puts all tables back to what they were, and does what an operator does after that. @param script SQL statements */
    public void restore(String script) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("TRUNCATE TABLE " + table);
                statement.execute("INSERT INTO " + table + " SELECT * FROM " + kept(table));
            }
            for (String one : script.split(";\\s*\\n")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("not restored: " + e.getMessage(), e);
        }
    }
}
