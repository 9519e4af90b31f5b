package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestServersIT {
    @Test
    void a_server_is_started_once_and_listed_among_the_used_ones() {
        RedisServer redis = TestServers.redis();

        assertThat(TestServers.redis()).isSameAs(redis);
        assertThat(TestServers.used()).contains(redis.toString());
        assertThat(redis.toString()).matches("Redis [\\d.]+ \\(.+\\) on .+:\\d+");
    }
}
