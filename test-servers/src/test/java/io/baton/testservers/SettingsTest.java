package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void a_property_wins_over_the_variable_of_its_name_and_blank_is_not_set() {
        Map<String, String> environment = Map.of("BATON_TEST_REDIS_URI", "redis://b", "BATON_TEST_DB_URL", " ");

        assertThat(new Settings(Map.of("baton.test.redis.uri", "redis://a"), environment).value(Settings.REDIS_URI))
                .contains("redis://a");
        assertThat(new Settings(Map.of(), environment).value(Settings.REDIS_URI))
                .contains("redis://b");
        assertThat(new Settings(Map.of(), environment).value(Settings.DATABASE_URL))
                .isEmpty();
    }

    @Test
    void allows_all_rungs_or_those_that_are_listed() {
        assertThat(new Settings(Map.of(), Map.of()).rungs()).containsExactly(Rung.values());
        assertThat(new Settings(Map.of(), Map.of("BATON_TEST_RUNGS", "maven, path")).rungs())
                .containsExactly(Rung.PATH, Rung.MAVEN);
    }

    @Test
    void rejects_a_rung_that_does_not_exist() {
        assertThatThrownBy(() -> new Settings(Map.of("baton.test.rungs", "mavne"), Map.of()).rungs())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mavne' is none of address, docker, path, maven");
    }
}
