package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int ROUNDS = 240;

    private long nanos = Long.MAX_VALUE - 7; // as a clock of the JVM may be, it runs over

    /** In which rounds each of so many was told, if something changes in each. */
    private List<List<Integer>> told(int crowd) {
        Pace pace = new Pace(() -> nanos);
        List<Pace.Listener> listeners =
                IntStream.range(0, crowd).mapToObj(n -> pace.listener()).toList();
        List<List<Integer>> told =
                listeners.stream().<List<Integer>>map(l -> new ArrayList<>()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int n = 0; n < crowd; n++) {
                if (listeners.get(n).comes()) {
                    told.get(n).add(round);
                }
            }
            nanos += ROUND;
        }
        return told;
    }

    @Test
    void a_single_listener_is_told_at_once_and_then_every_two_seconds() {
        assertThat(told(1).get(0)).startsWith(0, 4, 8, 12).hasSize(ROUNDS / 4);
    }

    @Test
    void a_few_do_not_wait_for_each_other() {
        assertThat(told(20)).allSatisfy(rounds -> assertThat(rounds).hasSize(ROUNDS / 4));
    }

    @Test
    void two_hundred_are_told_in_turn_ten_times_a_second_in_all() {
        List<List<Integer>> told = told(200);

        IntStream.range(1, ROUNDS)
                .forEach(round -> assertThat(told.stream().filter(rounds -> rounds.contains(round)))
                        .as("round %d", round)
                        .hasSizeLessThanOrEqualTo(5));
        assertThat(told).allSatisfy(rounds -> assertThat(rounds).hasSizeBetween(4, 6));
        assertThat(told.stream().mapToInt(List::size).sum()).isGreaterThan(ROUNDS * 5 * 9 / 10);
    }

    @Test
    void the_pace_that_is_told_is_that_of_the_crowd() {
        assertThat(Pace.millis(1)).isEqualTo(2_000);
        assertThat(Pace.millis(200)).isEqualTo(20_000);
    }

    @Test
    void who_has_nothing_to_be_told_takes_no_place_from_the_others() {
        Pace pace = new Pace(() -> nanos);
        Pace.Listener busy = pace.listener();
        pace.listener();
        nanos += 100 * ROUND;

        assertThat(busy.comes()).isTrue();
        nanos += 3 * ROUND;
        assertThat(busy.comes()).isFalse();
        nanos += ROUND;
        assertThat(busy.comes()).isTrue();
    }
}
