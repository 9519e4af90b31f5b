package io.baton.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baton.redis.RedisAddress.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses are understood or refused in one line without a password. */
final class RedisAddressTest {
    private static final String SECRET = "s3cr3t";

    private static String mistake(String text, Mode mode) {
        IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> RedisAddress.parse(text, mode));
        assertThat(refusal).as(text).isNotNull();
        String message = String.valueOf(refusal.getMessage());
        assertThat(message).contains("baton.redis.uri").doesNotContain(SECRET).doesNotContain("\n");
        return message;
    }

    @Test
    void the_form_says_how_servers_work_together() {
        assertThat(RedisAddress.parse("redis://h:1", Mode.AUTO).mode()).isEqualTo(Mode.SINGLE);
        assertThat(RedisAddress.parse("rediss://u:p@h:1/2", Mode.AUTO).mode()).isEqualTo(Mode.SINGLE);
        assertThat(RedisAddress.parse("redis://h:1, redis://h:2", Mode.AUTO).mode())
                .isEqualTo(Mode.CLUSTER);
        assertThat(RedisAddress.parse("redis-sentinel://h:1,h:2#m", Mode.AUTO).mode())
                .isEqualTo(Mode.SENTINEL);
        assertThat(RedisAddress.parse("redis://h:1", Mode.CLUSTER).mode()).isEqualTo(Mode.CLUSTER);
    }

    @Test
    void the_text_form_shows_hosts_and_no_password() {
        assertThat(RedisAddress.parse("redis://u:" + SECRET + "@h:1,redis://h:2", Mode.AUTO))
                .hasToString("h:1,h:2");
        assertThat(RedisAddress.parse("redis-sentinel://" + SECRET + "@h:1,h:2#m", Mode.AUTO))
                .hasToString("h:1,h:2#m");
        assertThat(RedisSettings.of("redis://u:" + SECRET + "@h:1", "c").toString())
                .doesNotContain(SECRET);
    }

    @Test
    void mistakes_are_told_in_one_line() {
        for (String text : List.of(
                "",
                "localhost:6379",
                "http://u:" + SECRET + "@h",
                "redis://",
                "redis://u:" + SECRET + "@h:port",
                "redis://u:" + SECRET + "/x#y@h:1",
                "redis-sentinel://" + SECRET + "@h:1",
                "redis://h:1,,redis://h:2",
                "redis://h:1,\nredis//u:" + SECRET + "@h")) {
            mistake(text, Mode.AUTO);
        }
    }

    @Test
    void a_mode_that_contradicts_the_form_is_a_mistake() {
        assertThat(mistake("redis://h:1,redis://h:2", Mode.SINGLE)).contains("baton.redis.mode=single");
        assertThat(mistake("redis://h:1", Mode.SENTINEL)).contains("baton.redis.mode=sentinel");
        assertThat(mistake("redis-sentinel://h:1#m", Mode.CLUSTER)).contains("baton.redis.mode=cluster");
    }
}
