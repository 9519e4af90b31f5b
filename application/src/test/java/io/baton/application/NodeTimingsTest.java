package io.baton.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTimingsTest {
    private static NodeTimings of(long interval, long timeout) {
        return new NodeTimings(
                Duration.ofMillis(interval), Duration.ofMillis(timeout), Duration.ofSeconds(25), Duration.ofDays(30));
    }

    @Test
    void by_default_a_master_relies_on_a_lease_of_15_s_for_10_s() {
        assertThat(of(5_000, 30_000).lease()).isEqualTo(Duration.ofSeconds(15));
        assertThat(of(5_000, 30_000).reliance()).isEqualTo(Duration.ofSeconds(10));
        assertThat(of(5_000, 30_000).selfFence()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void the_reliance_outlasts_the_next_heartbeat_and_not_the_lease() {
        for (long timeout : List.of(300L, 3_000L, 30_000L, 900_000L)) {
            for (long share = 3; share < 30; share++) {
                NodeTimings timings = of(timeout / share, timeout);
                assertThat(timings.reliance())
                        .isGreaterThan(timings.heartbeatInterval())
                        .isLessThan(timings.lease());
            }
        }
    }

    @Test
    void an_interval_of_more_than_a_third_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1_001, 3_000))
                .withMessageContaining("at most a third of the timeout PT3S");
    }
}
