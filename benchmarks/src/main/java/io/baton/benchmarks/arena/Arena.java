package io.baton.benchmarks.arena;

import io.baton.resilience.cluster.Servers;
import io.baton.testservers.MariaDbServer;
import io.baton.testservers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The servers that all contenders use, one after the other: each finds an empty database and an empty Redis. */
public final class Arena implements AutoCloseable {
    /** 512 MiB: what fits many rows and leaves the machine its memory. */
    private static final long BUFFER_POOL = 512L << 20;

    private final MariaDbServer mariaDb = MariaDbServer.start(MariaDbServer.Durability.EACH_COMMIT);
    private final RedisServer redis = RedisServer.startAppendOnly();
    private final Path folder;
    private int rounds;

    /** @param folder for what contenders write */
    public Arena(Path folder) {
        this.folder = folder;
        try (Connection connection = DriverManager.getConnection(jdbc(mariaDb.createDatabase()));
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL innodb_buffer_pool_size=" + BUFFER_POOL);
            statement.execute("SET GLOBAL innodb_monitor_enable='trx_rw_commits'");
        } catch (SQLException e) {
            throw new IllegalStateException("the database is not ready for a measurement: " + e.getMessage(), e);
        }
    }

    /** Room for one measurement. */
    public Room room(String name) {
        try (RedisClient client = RedisClient.create(redis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
        }
        try {
            Path own = Files.createDirectories(folder.resolve(++rounds + "-" + name));
            return new Room(new Servers(redis, redis.uri(), mariaDb, mariaDb.createDatabase(), List.of()), own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String jdbc(String database) {
        return Room.jdbc(mariaDb, database);
    }

    /** What runs and with which versions. */
    public String words() {
        return mariaDb.product() + ", Redis with append-only file, JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }

    @Override
    public void close() {
        redis.close();
        mariaDb.close();
    }
}
