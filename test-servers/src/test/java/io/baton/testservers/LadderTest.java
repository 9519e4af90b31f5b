package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LadderTest {
    private final List<Rung> tried = new ArrayList<>();

    @Test
    void tries_address_then_docker_then_path_then_maven_and_stops_at_the_first_that_works() {
        assertThat(ladder(EnumSet.allOf(Rung.class), EnumSet.of(Rung.MAVEN)).climb())
                .isEqualTo("maven");
        assertThat(tried).containsExactly(Rung.ADDRESS, Rung.DOCKER, Rung.PATH, Rung.MAVEN);

        tried.clear();
        assertThat(ladder(EnumSet.allOf(Rung.class), EnumSet.of(Rung.DOCKER, Rung.MAVEN))
                        .climb())
                .isEqualTo("docker");
        assertThat(tried).containsExactly(Rung.ADDRESS, Rung.DOCKER);
    }

    @Test
    void leaves_out_rungs_that_are_not_allowed() {
        assertThat(ladder(EnumSet.of(Rung.MAVEN), EnumSet.allOf(Rung.class)).climb())
                .isEqualTo("maven");
        assertThat(tried).containsExactly(Rung.MAVEN);
    }

    @Test
    void fails_with_the_reason_of_every_rung_when_none_works() {
        Ladder<String> ladder = new Ladder<String>("Redis server", EnumSet.of(Rung.ADDRESS, Rung.PATH))
                .rung(Rung.ADDRESS, missing("none given"))
                .rung(Rung.PATH, missing("not installed"))
                .rung(Rung.MAVEN, missing("never asked"));

        assertThatThrownBy(ladder::climb)
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("No Redis server can be had")
                .hasMessageContaining("address: none given")
                .hasMessageContaining("docker: no use here, the test has to stop, kill or pause")
                .hasMessageContaining("path: not installed")
                .hasMessageContaining("maven: left out by baton.test.rungs");
    }

    @Test
    void a_machine_with_nothing_is_told_for_each_rung_what_to_do() {
        Settings nothing = new Settings(Map.of("baton.test.rungs", "address,docker"), Map.of("DOCKER_HOST", " "));

        assertThatThrownBy(() -> ServerLadders.redis(nothing))
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("-Dbaton.test.redis.uri=redis://host:6379 or BATON_TEST_REDIS_URI=");
        assertThatThrownBy(() -> ServerLadders.mariaDb(nothing))
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("BATON_TEST_DB_URL='jdbc:mysql://");
    }

    private Ladder<String> ladder(Set<Rung> allowed, Set<Rung> working) {
        Ladder<String> ladder = new Ladder<>("server", allowed);
        for (Rung rung : Rung.values()) {
            ladder.rung(rung, () -> {
                tried.add(rung);
                return working.contains(rung) ? new Outcome.Works<>(rung.word()) : new Outcome.Missing<>("not here");
            });
        }
        return ladder;
    }

    private static Supplier<Outcome<String>> missing(String why) {
        return () -> new Outcome.Missing<>(why);
    }
}
