package io.baton.redis;

import static io.baton.redis.Fixtures.A;
import static io.baton.redis.Fixtures.TIMEOUT;
import static io.baton.redis.Fixtures.beat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.baton.domain.port.StoreUnavailableException;
import io.baton.redis.RedisAddress.Mode;
import io.baton.testservers.RedisServer;
import io.baton.testservers.TestServers;
import io.lettuce.core.AclSetuserArgs;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What opening says of servers that cannot be used, in one line and without a password. */
final class OpeningIT {
    private static final String SECRET = "s3cr3t-w0rd";

    private final RedisServer server = RedisServer.start();
    private final RawRedis raw = RawRedis.at(server.uri());

    @AfterEach
    void close() {
        raw.close();
        server.close();
    }

    private String uri(String user) {
        return "redis://" + user + "@" + server.host() + ":" + server.port();
    }

    private static RedisSettings settings(String uri, Mode mode, boolean anyEvictionPolicy) {
        RedisSettings defaults = RedisSettings.of(uri, "opening");
        return new RedisSettings(
                RedisAddress.parse(uri, mode),
                "opening",
                "",
                new RedisSettings.Allowed(true, anyEvictionPolicy),
                defaults.timeouts());
    }

    private static StoreUnavailableException refused(RedisSettings settings) {
        StoreUnavailableException refusal = catchThrowableOfType(
                StoreUnavailableException.class, () -> RedisStore.open(settings).close());
        assertThat(refusal).as("refusal of " + settings).isNotNull();
        assertThat(refusal.getMessage()).doesNotContain(SECRET).doesNotContain("\n");
        return refusal;
    }

    private static StoreUnavailableException refused(String uri) {
        return refused(RedisSettings.of(uri, "opening"));
    }

    @Test
    void a_server_that_is_not_there_is_worth_waiting_for() {
        server.stop();

        StoreUnavailableException refusal = refused(server.uri());

        assertThat(refusal.worthWaiting()).isTrue();
        assertThat(refusal).hasMessageContaining("baton.redis.uri").hasMessageContaining(":" + server.port());
    }

    @Test
    void a_wrong_or_missing_password_is_not_worth_waiting_for() {
        raw.nodes().get(0).configSet("requirepass", "right-" + SECRET);

        for (String uri : Set.of(server.uri(), uri(":wrong-" + SECRET), uri("somebody:wrong-" + SECRET))) {
            StoreUnavailableException refusal = refused(uri);
            assertThat(refusal.worthWaiting()).as(refusal.getMessage()).isFalse();
            assertThat(refusal).hasMessageContaining("baton.redis.uri");
        }
        RedisStore.open(RedisSettings.of(uri(":right-" + SECRET), "opening")).close();
    }

    @Test
    void a_user_who_may_not_ask_is_warned_and_served() {
        raw.nodes()
                .get(0)
                .aclSetuser(
                        "worker",
                        AclSetuserArgs.Builder.on()
                                .addPassword(SECRET)
                                .allKeys()
                                .allChannels()
                                .allCommands()
                                .removeCommand(io.lettuce.core.protocol.CommandType.INFO));

        try (RedisStore store = RedisStore.open(RedisSettings.of(uri("worker:" + SECRET), "opening"))) {
            assertThat(store.warnings()).anyMatch(warning -> warning.text().contains("INFO"));
            store.registry().beat(beat(A), TIMEOUT);
            assertThat(store.registry().present()).containsExactly(A);
        }
    }

    @Test
    void a_server_that_throws_keys_away_is_refused_unless_allowed() {
        raw.nodes().get(0).configSet("maxmemory-policy", "allkeys-lru");

        StoreUnavailableException refusal = refused(settings(server.uri(), Mode.AUTO, false));
        assertThat(refusal.worthWaiting()).isFalse();
        assertThat(refusal).hasMessageContaining("allkeys-lru").hasMessageContaining("noeviction");

        try (RedisStore store = RedisStore.open(settings(server.uri(), Mode.AUTO, true))) {
            assertThat(store.warnings()).anyMatch(warning -> warning.text().contains("allkeys-lru"));
        }
    }

    @Test
    void a_server_without_an_append_only_file_is_warned_of() {
        try (RedisStore store = RedisStore.open(RedisSettings.of(server.uri(), "opening"))) {
            assertThat(store.warnings()).anyMatch(warning -> warning.text().contains("append-only"));
        }
    }

    @Test
    void a_read_only_replica_is_refused() throws Exception {
        try (RedisServer master = RedisServer.start()) {
            raw.nodes().get(0).replicaof(master.host(), master.port());

            assertThat(refused(server.uri())).hasMessageContaining("replica").hasMessageContaining("baton.redis.uri");
        }
    }

    @Test
    void one_address_of_a_cluster_is_enough() {
        String one = TestServers.redisCluster().nodes().get(1).uri();

        try (RedisStore store = RedisStore.open(RedisSettings.of(one, "opening-one"))) {
            assertThat(store.registry().view().nodes()).isEmpty();
        }
        assertThat(refused(settings(one, Mode.SINGLE, false)).getMessage()).contains("baton.redis.mode=cluster");
    }

    @Test
    void a_server_that_is_no_cluster_is_refused_as_one() {
        StoreUnavailableException refusal = refused(settings(server.uri(), Mode.CLUSTER, false));

        assertThat(refusal).hasMessageContaining("no Redis Cluster");
        assertThat(refusal.worthWaiting()).isFalse();
    }

    @Test
    void closing_ends_every_thread_and_connection() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        RedisStore store = RedisStore.open(settings(server.uri(), Mode.AUTO, false));
        store.registry().beat(beat(A), TIMEOUT);
        store.queue().take(A, 1, Duration.ofMillis(50));

        store.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            Set<String> left = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .map(Thread::getName)
                    .filter(name -> name.contains("lettuce") || name.contains("netty"))
                    .collect(Collectors.toSet());
            return left.isEmpty() && raw.keys().clientList().lines().count() == 1;
        });
    }
}
