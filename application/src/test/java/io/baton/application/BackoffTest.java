package io.baton.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final List<Runnable> later = new ArrayList<>();
    private long nanos = -3;
    private double chance;

    private final Backoff backoff =
            new Backoff(new Surroundings(Clock.systemUTC(), () -> nanos, () -> chance, () -> "id"), (delay, task) -> {
                later.add(task);
                return () -> {};
            });

    @Test
    void waits_as_long_as_the_store_has_been_away_within_bounds() {
        List<Long> waits = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            Duration wait = backoff.again(() -> {});
            waits.add(wait.toMillis());
            nanos += wait.toNanos();
        }

        assertThat(waits).containsExactly(500L, 500L, 1_000L, 2_000L, 4_000L, 4_000L);
    }

    @Test
    void chance_takes_off_up_to_half() {
        chance = 0.5;
        assertThat(backoff.again(() -> {})).isEqualTo(Duration.ofMillis(375));
        chance = 0.999;
        assertThat(backoff.again(() -> {})).isBetween(Duration.ofMillis(250), Duration.ofMillis(251));
    }

    @Test
    void any_number_of_items_see_the_same_outage() {
        for (int n = 0; n < 100; n++) {
            assertThat(backoff.again(() -> {})).isEqualTo(Duration.ofMillis(500));
        }
        assertThat(later).hasSize(100);
    }

    @Test
    void an_answer_ends_the_outage() {
        backoff.again(() -> {});
        nanos += Duration.ofMinutes(1).toNanos();
        assertThat(backoff.again(() -> {})).isEqualTo(Duration.ofSeconds(4));

        backoff.answered();

        assertThat(backoff.again(() -> {})).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void the_step_is_run_again() {
        List<String> done = new ArrayList<>();
        backoff.again(() -> done.add("again"));

        later.forEach(Runnable::run);

        assertThat(done).containsExactly("again");
    }
}
