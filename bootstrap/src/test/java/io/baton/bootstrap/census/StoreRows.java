package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.persistence.spool.FileResultSpool;
import io.baton.testservers.RedisServer;
import io.baton.testservers.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of the chapter "Redis and database". */
final class StoreRows {
    private StoreRows() {}

    static Map<String, Row> all() {
        return Map.of(
                "baton.redis.uri", Row.of("http://x", StoreRows::keysAreThere),
                "baton.redis.mode",
                        Row.of(
                                "several",
                                bench -> assertThat(bench.refusal(() -> bench.member("baton.redis.mode=cluster")))
                                        .contains("no Redis Cluster")),
                "baton.redis.allow-eviction", Row.of("yes", StoreRows::evictionIsAllowed),
                "baton.db.url",
                        Row.of("jdbc:postgresql://x/y", bench -> {
                            bench.alone("baton.db.url=jdbc:h2:" + bench.folder().resolve("elsewhere"));
                            assertThat(bench.folder().resolve("elsewhere.mv.db"))
                                    .exists();
                        }),
                "baton.db.user", Row.anyText(StoreRows::userAndPassword),
                "baton.db.password", Row.anyText(StoreRows::userAndPassword),
                "baton.db.pool-size", Row.elsewhere("1", "node.PoolSizeIT", "the_pool_is_as_large_as_the_setting_says"),
                "baton.spool.dir", Row.of("a\u0000b", StoreRows::endsThatWereLeftBehindAreRecorded),
                "baton.wait-for-servers", Row.of("1", StoreRows::waitsSoLong));
    }

    private static void keysAreThere(Bench bench) throws IOException {
        RedisServer redis = bench.redis();
        assertThat(Bench.redis(redis.uri(), "DBSIZE")).isEqualTo(":0");

        bench.member("baton.redis.uri=" + redis.uri());

        assertThat(Bench.redis(redis.uri(), "DBSIZE")).isNotEqualTo(":0");
    }

    private static void evictionIsAllowed(Bench bench) throws IOException {
        RedisServer redis = bench.redis();
        Bench.redis(redis.uri(), "CONFIG SET maxmemory-policy allkeys-lru");

        assertThat(bench.refusal(() -> bench.member("baton.redis.uri=" + redis.uri())))
                .contains("noeviction");
        bench.member("baton.redis.uri=" + redis.uri(), "baton.redis.allow-eviction=true");
    }

    private static void userAndPassword(Bench bench) throws SQLException {
        bench.alone("baton.db.user=somebody", "baton.db.password=the-secret").close();

        assertThat(bench.refusal(() -> bench.alone("baton.db.user=other", "baton.db.password=the-secret")))
                .contains("baton.db.user");
        assertThat(bench.refusal(() -> bench.alone("baton.db.user=somebody", "baton.db.password=other")))
                .contains("baton.db.password");
        DriverManager.getConnection(bench.sql(), "somebody", "the-secret").close();
        assertThatThrownBy(() -> DriverManager.getConnection(bench.sql(), "baton", ""))
                .isInstanceOf(SQLException.class);
    }

    private static void endsThatWereLeftBehindAreRecorded(Bench bench) throws IOException {
        Path spool = bench.folder().resolve("spool");
        try (FileResultSpool dead = new FileResultSpool(spool, "baton")) {
            dead.keep(List.of(new TaskLedger.Finish(
                    TaskId.parse("A.run@1"),
                    2,
                    Incarnation.parse("dead/d1"),
                    Ending.of(Outcome.SUCCEEDED),
                    Optional.empty())));
        }
        assertThat(spool).isNotEmptyDirectory();

        bench.alone("baton.spool.dir=" + spool);

        assertThat(spool).isEmptyDirectory();
    }

    private static void waitsSoLong(Bench bench) {
        RedisServer redis = bench.redis();
        redis.stop();
        TestServers.mariaDb();
        long began = System.nanoTime();

        String refusal =
                bench.refusal(() -> bench.member("baton.redis.uri=" + redis.uri(), "baton.wait-for-servers=2s"));

        assertThat(refusal).contains("baton.redis.uri", "waited 2s: baton.wait-for-servers");
        assertThat(System.nanoTime() - began).isGreaterThan(2_000_000_000L);
    }
}
