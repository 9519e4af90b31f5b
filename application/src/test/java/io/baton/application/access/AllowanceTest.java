package io.baton.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L); // it overflows on the way
    private final Allowance allowance = new Allowance(20, 10, nanos::get);

    private int taken(String who) {
        int taken = 0;
        while (allowance.take(who).isZero() && taken < 1_000) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void so_many_may_be_had_at_once_and_so_many_a_second_after_them() {
        assertThat(taken("ann")).isEqualTo(20);
        assertThat(allowance.take("ann")).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(99));
        assertThat(allowance.take("ann")).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(taken("ann")).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(taken("ann")).isEqualTo(10);
        pass(Duration.ofHours(1));
        assertThat(taken("ann")).as("silence saves no more than the allowance").isEqualTo(20);
    }

    @Test
    void to_ask_in_vain_costs_nothing() {
        taken("ann");
        for (int i = 0; i < 100; i++) {
            allowance.take("ann");
        }

        assertThat(allowance.take("ann")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void to_look_takes_none() {
        assertThat(allowance.pause("ann")).isZero();
        taken("ann");

        assertThat(allowance.pause("ann")).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
        assertThat(allowance.pause("ann")).isZero();
        assertThat(taken("ann")).isEqualTo(1);
    }

    @Test
    void each_has_an_own_one_and_no_more_than_10_000_are_remembered() {
        assertThat(taken("ann")).isEqualTo(20);
        assertThat(taken("bob")).isEqualTo(20);
        for (int i = 0; i < 10_000; i++) {
            allowance.take("another" + i);
        }

        assertThat(taken("ann")).as("pushed out").isEqualTo(20);
    }
}
