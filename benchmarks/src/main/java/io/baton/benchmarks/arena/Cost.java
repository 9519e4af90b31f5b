package io.baton.benchmarks.arena;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/**
 * What the servers and the contender's processes have done so far, by their own counters.
 *
 * @param commits read-write commits of InnoDB
 * @param statements SQL statements, {@code Questions}
 * @param redisCommands commands that Redis processed
 * @param processSeconds processor seconds of the contender's processes
 * @param databaseSeconds processor seconds of the database
 */
public record Cost(
        double commits, double statements, double redisCommands, double processSeconds, double databaseSeconds) {
    private static final double TICKS = 100;

    /** @param processes the contender's */
    public static Cost now(Room room, Collection<Long> processes) {
        double seconds = processes.stream().mapToDouble(Cost::seconds).sum();
        try (Connection connection = room.connect()) {
            return new Cost(
                    one(
                            connection,
                            "SELECT `COUNT` FROM information_schema.INNODB_METRICS WHERE NAME = 'trx_rw_commits'"),
                    one(
                            connection,
                            "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'"),
                    redis(room),
                    seconds,
                    seconds(room.servers().mariaDb().pid()));
        } catch (SQLException e) {
            throw new IllegalStateException("the counters cannot be read: " + e.getMessage(), e);
        }
    }

    /** What was done since, for each of so many executions. */
    public Cost since(Cost before, long executions) {
        return new Cost(
                (commits - before.commits) / executions,
                (statements - before.statements) / executions,
                (redisCommands - before.redisCommands) / executions,
                (processSeconds - before.processSeconds) / executions,
                (databaseSeconds - before.databaseSeconds) / executions);
    }

    /** What is left of this when another is taken away. */
    public Cost less(Cost other) {
        return since(other, 1);
    }

    private static double one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getDouble(1) : 0;
        }
    }

    private static double redis(Room room) {
        try (RedisClient client = RedisClient.create(room.servers().redisUri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection
                    .sync()
                    .info("stats")
                    .lines()
                    .filter(line -> line.startsWith("total_commands_processed:"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static double seconds(long process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS;
        } catch (IOException e) {
            return 0; // it has ended
        }
    }
}
