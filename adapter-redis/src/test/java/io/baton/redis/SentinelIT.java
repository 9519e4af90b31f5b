package io.baton.redis;

import static io.baton.redis.Fixtures.A;
import static io.baton.redis.Fixtures.NODE_1;
import static io.baton.redis.Fixtures.NOW;
import static io.baton.redis.Fixtures.TIMEOUT;
import static io.baton.redis.Fixtures.beat;
import static io.baton.redis.Fixtures.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baton.domain.port.StoreException;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.testservers.RedisSentinels;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A master with a replica and Sentinels: work goes on after a fail-over. */
final class SentinelIT {
    private static final Duration FAIL_OVER = Duration.ofSeconds(60);
    private static final RedisSentinels SENTINELS = RedisSentinels.start();

    @BeforeAll
    static void reachable() {
        assertThat(SENTINELS.uri()).startsWith("redis-sentinel://");
    }

    @AfterAll
    static void stop() {
        SENTINELS.close();
    }

    @Test
    void work_goes_on_after_a_fail_over() {
        try (RedisStore store = RedisStore.open(Fixtures.impatient(SENTINELS.uri(), "sentinel"))) {
            assertThat(store.warnings()).anyMatch(warning -> warning.text().contains("min-replicas-to-write"));
            store.registry().beat(beat(A), TIMEOUT);
            store.queue().push(List.of(message(NODE_1, 1)), 10_000);
            assertThat(store.queue().take(A, 5, Duration.ofMillis(200))).hasSize(1);
            assertThat(store.queue().take(A, 5, Duration.ofMillis(200))).isEmpty();

            SENTINELS.killMaster();

            await().atMost(FAIL_OVER)
                    .ignoreException(StoreException.class)
                    .untilAsserted(() -> store.queue().push(List.of(message(NODE_1, 2)), 10_000));
            await().atMost(FAIL_OVER)
                    .ignoreException(StoreException.class)
                    .until(() ->
                            !store.queue().take(A, 5, Duration.ofMillis(200)).isEmpty());
            await().atMost(FAIL_OVER).ignoreException(StoreException.class).until(() -> {
                store.registry().beat(beat(A), TIMEOUT);
                return store.registry().present().contains(A);
            });
            assertThat(store.queue().take(A, 5, NOW)).isEmpty();
        }
    }

    @Test
    void a_master_name_that_no_sentinel_knows_is_told() {
        String uri = SENTINELS.uri().replace("#mymaster", "#nobody");

        assertThatThrownBy(() -> RedisStore.open(RedisSettings.of(uri, "sentinel")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("baton.redis.uri");
    }
}
