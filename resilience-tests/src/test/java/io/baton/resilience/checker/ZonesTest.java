package io.baton.resilience.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.resilience.faulty.Night;
import io.baton.resilience.faulty.NightZones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ZonesTest {
    @Test
    void what_a_night_is_for_the_checker_it_is_for_a_node() {
        Instant begin = Instant.parse("2027-03-01T00:00:00Z");
        for (Instant at = begin; at.isBefore(begin.plusSeconds(86_400)); at = at.plusSeconds(590)) {
            NightZones.register(at);
            for (Night night : Night.values()) {
                String zone = night.zone(NightZones.next(at));
                assertThat(Zones.rules(zone)).as(zone).isEqualTo(ZoneId.of(zone).getRules());
            }
        }
    }

    @Test
    void a_night_needs_not_be_known_to_this_jvm() {
        Instant change = Instant.parse("2031-05-05T20:30:10Z");
        var rules = Zones.rules(Night.SPRING.zone(change));

        assertThat(rules.getTransitions()).hasSize(1);
        assertThat(change.minusSeconds(1).atOffset(rules.getOffset(change.minusSeconds(1))))
                .hasToString("2031-05-06T01:59:59+05:29:50");
        assertThat(change.atOffset(rules.getOffset(change))).hasToString("2031-05-06T03:00+06:29:50");
    }

    @Test
    void other_zones_are_those_of_the_jdk() {
        assertThat(Zones.rules("Europe/Berlin"))
                .isEqualTo(ZoneId.of("Europe/Berlin").getRules());
        assertThatThrownBy(() -> Zones.rules("Night/Winter-0")).isInstanceOf(DateTimeException.class);
    }
}
