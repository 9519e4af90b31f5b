package io.baton.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StoreClockTest {
    private static final Instant ASKED = Instant.parse("2027-01-01T00:00:10Z");

    private Instant now = ASKED;
    private final StoreClock clock = new StoreClock(new Surroundings(new Own(), () -> 0, () -> 0.5, () -> "id"));

    @Test
    void the_answer_is_of_the_middle_between_question_and_answer() {
        now = ASKED.plusMillis(4);

        clock.observe(ASKED, ASKED.plusMillis(2_002));

        assertThat(clock.offset()).isEqualTo(Duration.ofSeconds(2));
        assertThat(clock.now()).isEqualTo(ASKED.plusMillis(2_004));
        assertThat(clock.skewed()).isTrue();
    }

    @Test
    void a_store_that_was_cut_off_for_a_while_says_nothing_of_this_nodes_clock() {
        clock.observe(ASKED, ASKED.plusMillis(300));
        now = ASKED.plusSeconds(10);

        clock.observe(ASKED, ASKED); // answered at once, the answer came late

        assertThat(clock.offset()).isEqualTo(Duration.ofMillis(300));
        assertThat(clock.skewed()).isFalse();
    }

    @Test
    void just_within_the_bound_it_counts() {
        now = ASKED.plusSeconds(2);

        clock.observe(ASKED, ASKED.plusSeconds(1));

        assertThat(clock.offset()).isZero();
    }

    private final class Own extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
