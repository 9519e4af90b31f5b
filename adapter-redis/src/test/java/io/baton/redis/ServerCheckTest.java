package io.baton.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is made of a server's own account of itself. */
final class ServerCheckTest {
    private static ServerCheck check(String... lines) {
        return ServerCheck.of("# Server\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    @Test
    void too_old_a_version_is_refused() {
        assertThat(check("redis_version:6.0.16").refusal(true)).get().asString().contains("6.0.16");
        assertThat(check("redis_version:5.9.99").refusal(true)).isPresent();
        assertThat(check("redis_version:6.2.0").refusal(false)).isEmpty();
        assertThat(check("redis_version:unstable").refusal(false)).isEmpty();
        assertThat(check().refusal(false)).isEmpty();
    }

    @Test
    void a_version_with_a_known_hole_is_warned_of() {
        assertThat(check("redis_version:7.0.15").warnings())
                .anyMatch(w -> w.text().contains("7.0.15"));
        assertThat(check("redis_version:7.2.10").warnings()).isNotEmpty();
        assertThat(check("redis_version:7.2.11").warnings()).isEmpty();
        assertThat(check("redis_version:8.4.0").warnings()).isEmpty();
        assertThat(check("redis_version:7.2.4", "valkey_version:8.1.4").warnings())
                .isEmpty();
    }

    @Test
    void replicas_that_a_master_does_not_wait_for_are_warned_of() {
        assertThat(check("connected_slaves:1").warnings())
                .anyMatch(w -> w.text().contains("min-replicas-to-write"));
        assertThat(check("connected_slaves:1", "min_slaves_good_slaves:1").warnings())
                .isEmpty();
        assertThat(check("connected_slaves:0").warnings()).isEmpty();
    }

    @Test
    void roles_are_read() {
        assertThat(check("role:slave").isReplica()).isTrue();
        assertThat(check("role:master").isReplica()).isFalse();
        assertThat(check("redis_mode:cluster").isClusterMember()).isTrue();
        assertThat(check("loading:1").isLoading()).isTrue();
    }
}
