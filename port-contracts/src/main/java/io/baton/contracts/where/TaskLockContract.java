package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.firing;
import static io.baton.domain.port.TaskLock.Reply.GRANTED;
import static io.baton.domain.port.TaskLock.Reply.HELD_BY_ANOTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskLock.Reply;
import io.baton.domain.task.FiringId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.TaskLock}. */
public abstract class TaskLockContract extends WhereContract {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONGER_THAN_SHORT = Duration.ofMillis(1300);

    private Reply claim(WhereClient client, FiringId firing, Incarnation by, Duration lasting) {
        return client.lock().claim(List.of(firing), by, lasting).get(0);
    }

    @Test
    public void F1_a_claim_is_granted_once() {
        assertThat(claim(first(), firing("DEMO.a", 1), A, LONG)).isEqualTo(GRANTED);

        assertThat(claim(second(), firing("DEMO.a", 1), B, LONG)).isEqualTo(HELD_BY_ANOTHER);
        assertThat(claim(store().another(), firing("DEMO.a", 1), B, LONG)).isEqualTo(HELD_BY_ANOTHER);
    }

    @Test
    public void F1_each_firing_is_answered_in_order() {
        claim(first(), firing("DEMO.a", 2), A, LONG);

        List<FiringId> three = List.of(firing("DEMO.a", 3), firing("DEMO.a", 2), firing("DEMO.a", 1));
        assertThat(second().lock().claim(three, B, LONG)).containsExactly(GRANTED, HELD_BY_ANOTHER, GRANTED);
        assertThat(second().lock().claim(List.of(), B, LONG)).isEmpty();
    }

    @Test
    public void F1_of_two_lives_of_one_node_one_is_granted() {
        assertThat(claim(first(), firing("DEMO.a", 1), A, LONG)).isEqualTo(GRANTED);

        assertThat(claim(second(), firing("DEMO.a", 1), Samples.A_AGAIN, LONG)).isEqualTo(HELD_BY_ANOTHER);
    }

    @Test
    public void F1_of_racing_claimants_exactly_one_is_granted_each_firing() throws Exception {
        List<FiringId> firings =
                IntStream.range(0, 50).mapToObj(n -> firing("DEMO.race", n)).toList();

        List<List<Reply>> replies = Race.among(8, i -> {
            WhereClient client = i % 2 == 0 ? first() : second();
            Incarnation by = new Incarnation(new NodeId("racer-" + i), "r");
            return () -> client.lock().claim(firings, by, LONG);
        });

        for (int n = 0; n < firings.size(); n++) {
            int firing = n;
            assertThat(replies.stream().filter(r -> r.get(firing) == GRANTED))
                    .as("grants of %s", firings.get(n))
                    .hasSize(1);
        }
    }

    @Test
    public void F2_a_repeated_claim_does_not_lose_against_itself() {
        claim(first(), firing("DEMO.a", 1), A, LONG);

        assertThat(claim(first(), firing("DEMO.a", 1), A, LONG)).isEqualTo(GRANTED);
        assertThat(claim(second(), firing("DEMO.a", 1), A, LONG)).isEqualTo(GRANTED);
        assertThat(first().lock().claim(List.of(firing("DEMO.b", 1), firing("DEMO.b", 1)), A, LONG))
                .containsExactly(GRANTED, GRANTED);
    }

    @Test
    public void F3_a_claim_ends_by_itself() {
        claim(first(), firing("DEMO.a", 1), A, SHORT);
        claim(first(), firing("DEMO.a", 2), A, LONG);

        store().pass(LONGER_THAN_SHORT);

        assertThat(claim(second(), firing("DEMO.a", 1), B, LONG)).isEqualTo(GRANTED);
        assertThat(claim(second(), firing("DEMO.a", 2), B, LONG)).isEqualTo(HELD_BY_ANOTHER);
        assertThat(claim(first(), firing("DEMO.a", 1), A, LONG))
                .as("the former holder, late")
                .isEqualTo(HELD_BY_ANOTHER);
    }

    @Test
    public void F3_a_time_to_live_out_of_range_is_a_mistake() {
        List<FiringId> one = List.of(firing("DEMO.a", 1));

        assertThatIllegalArgumentException().isThrownBy(() -> first().lock().claim(one, A, Duration.ofMillis(99)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> first().lock().claim(one, A, Duration.ofHours(1).plusMillis(1)));
    }

    @Test
    public void F4_firings_whose_names_differ_in_case_are_different() {
        claim(first(), firing("DEMO.a", 1), A, LONG);

        assertThat(claim(second(), firing("DEMO.A", 1), B, LONG)).isEqualTo(GRANTED);
        assertThat(claim(second(), firing("demo.a", 1), B, LONG)).isEqualTo(GRANTED);
    }
}
