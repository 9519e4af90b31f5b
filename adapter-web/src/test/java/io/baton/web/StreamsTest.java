package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamsTest {
    @Test
    void rounds_come_when_what_was_due_on_a_whole_second_has_started() {
        assertThat(LongStream.range(0, 1_000).map(now -> (now + Streams.untilRound(now)) % 1_000))
                .containsOnly(300L, 800L);
    }

    @Test
    void the_next_round_is_at_most_half_a_second_away_and_not_now() {
        assertThat(Streams.untilRound(299)).isEqualTo(1);
        assertThat(Streams.untilRound(300)).isEqualTo(500);
        assertThat(Streams.untilRound(301)).isEqualTo(499);
        assertThat(Streams.untilRound(-201)).isEqualTo(1);
    }
}
