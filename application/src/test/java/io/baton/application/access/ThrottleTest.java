package io.baton.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(3, nanos::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("ann");
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void the_first_failures_are_free() {
        fail(2);

        assertThat(throttle.pause("ann")).isZero();
    }

    @Test
    void each_further_failure_doubles_the_pause_up_to_a_quarter_of_an_hour() {
        fail(3);
        assertThat(throttle.pause("ann")).isEqualTo(Duration.ofSeconds(1));
        fail(1);
        assertThat(throttle.pause("ann")).isEqualTo(Duration.ofSeconds(2));
        fail(60);
        assertThat(throttle.pause("ann")).isEqualTo(Duration.ofMinutes(15));
        assertThat(throttle.pause("bob")).isZero();
    }

    @Test
    void a_pause_passes_and_a_success_forgives_all() {
        fail(4);
        pass(Duration.ofMillis(500));
        assertThat(throttle.pause("ann")).isEqualTo(Duration.ofMillis(1500));
        pass(Duration.ofMillis(1500));
        assertThat(throttle.pause("ann")).isZero();

        fail(1);
        assertThat(throttle.pause("ann")).isEqualTo(Duration.ofSeconds(4));
        throttle.succeeded("ann");
        assertThat(throttle.pause("ann")).isZero();
    }

    @Test
    void a_quarter_of_an_hour_of_peace_forgives_all() {
        fail(10);
        pass(Duration.ofMinutes(16));
        fail(1);

        assertThat(throttle.pause("ann")).isZero();
    }

    @Test
    void many_keys_push_the_oldest_out_and_no_more_memory_is_used() {
        fail(10);
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("somebody" + i);
        }

        assertThat(throttle.pause("ann")).isZero();
    }
}
