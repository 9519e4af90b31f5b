package io.baton.resilience.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightZonesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T00:00:00Z",
                "2026-11-27T02:00:00Z",
                "2026-11-27T13:59:50Z",
                "2026-11-27T14:00:00Z",
                "2026-11-27T14:00:10Z",
                "2026-11-27T15:00:10Z",
                "2026-11-27T23:59:50Z"
            })
    void at_whichever_time_of_day_two_becomes_three_in_spring_and_three_becomes_two_in_autumn(Instant change) {
        NightZones.register(change);

        assertThat(clocks(Night.SPRING, change)).isEqualTo("01:59:59 03:00");
        assertThat(clocks(Night.AUTUMN, change)).isEqualTo("02:59:59 02:00");
    }

    private static String clocks(Night night, Instant change) {
        ZoneId zone = ZoneId.of(night.zone(change));
        return change.minusSeconds(1).atZone(zone).toLocalTime() + " "
                + change.atZone(zone).toLocalTime();
    }

    @Test
    void clocks_change_once_by_an_hour() {
        Instant change = Instant.parse("2026-11-27T20:30:10Z");
        NightZones.register(change);

        var rules = ZoneId.of(Night.SPRING.zone(change)).getRules();

        assertThat(Night.SPRING.zone(change)).isEqualTo("Night/Spring-1795811410");
        assertThat(rules.getTransitions()).hasSize(1);
        assertThat(rules.getTransitions().get(0).getInstant()).isEqualTo(change);
        assertThat(rules.getOffset(change.minusSeconds(1))).isEqualTo(ZoneOffset.of("+05:29:50"));
        assertThat(rules.getOffset(change)).isEqualTo(ZoneOffset.of("+06:29:50"));
        assertThat(rules.nextTransition(change)).isNull();
    }

    @Test
    void each_tenth_second_of_two_hours_has_its_night_also_if_some_were_known() {
        Instant from = Instant.parse("2027-01-01T10:00:00.001Z");
        NightZones.register(from);
        NightZones.register(from.plusSeconds(3_600));

        assertThat(NightZones.next(from)).isEqualTo("2027-01-01T10:00:10Z");
        assertThat(NightZones.next(NightZones.next(from))).isEqualTo("2027-01-01T10:00:10Z");
        assertThat(clocks(Night.AUTUMN, Instant.parse("2027-01-01T10:00:10Z"))).isEqualTo("02:59:59 02:00");
        assertThat(clocks(Night.AUTUMN, Instant.parse("2027-01-01T13:00:00Z"))).isEqualTo("02:59:59 02:00");
        assertThatThrownBy(() -> ZoneId.of(Night.AUTUMN.zone(Instant.parse("2027-01-01T13:00:10Z"))))
                .isInstanceOf(ZoneRulesException.class);
        assertThatThrownBy(() -> ZoneId.of(Night.AUTUMN.zone(Instant.parse("2027-01-01T10:00:00Z"))))
                .isInstanceOf(ZoneRulesException.class);
    }
}
