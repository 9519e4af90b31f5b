package io.baton.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.testservers.MariaDbServer;
import io.baton.testservers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How many connections a node opens when all of it wants one. */
class PoolSizeIT {
    /** The presence has a connection of its own, outside the pool. */
    private static final int PRESENCE = 1;

    @Test
    void the_pool_is_as_large_as_the_setting_says() throws Exception {
        MariaDbServer server = TestServers.mariaDb();
        String schema = server.createDatabase();
        ExecutorService readers = Executors.newCachedThreadPool();
        try (BatonNode node = BatonNode.builder()
                        .set("baton.cluster", "pool")
                        .set("baton.redis.uri", TestServers.redis().uri())
                        .set("baton.db.url", server.jdbcUrl(schema))
                        .set("baton.db.user", server.user())
                        .set("baton.db.password", server.password())
                        .set("baton.db.pool-size", "3")
                        .set("baton.http.port", "0")
                        .start();
                Connection lock =
                        DriverManager.getConnection(server.jdbcUrl(schema), server.user(), server.password());
                Statement sql = lock.createStatement()) {
            sql.execute("LOCK TABLES job WRITE");
            List<Future<?>> reads = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                reads.add(readers.submit(() -> node.desk().look().readings().jobs()));
            }
            await("all connections are taken")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> connections(sql, schema) == 3 + PRESENCE + 1);
            sql.execute("UNLOCK TABLES");

            for (Future<?> read : reads) {
                read.get(60, TimeUnit.SECONDS);
            }
            assertThat(connections(sql, schema)).isEqualTo(3 + PRESENCE + 1);
        } finally {
            readers.shutdownNow();
        }
    }

    /** Those of the node, and the test's own. */
    private static int connections(Statement sql, String schema) throws Exception {
        try (ResultSet count =
                sql.executeQuery("SELECT count(*) FROM information_schema.processlist WHERE db = '" + schema + "'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
