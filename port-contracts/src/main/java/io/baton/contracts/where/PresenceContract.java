package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.A_AGAIN;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.NODE_2;
import static io.baton.contracts.where.Samples.beat;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.NodeRegistry} on presence and drain. */
public abstract class PresenceContract extends WhereContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private void awaitPresent(WhereClient asked, Set<Incarnation> expected) {
        Eventually.within(
                SECONDS,
                "present are " + expected,
                () -> asked.registry().present().equals(expected));
    }

    @Test
    public void N5_an_incarnation_is_present_from_its_first_beat() {
        first().registry().beat(beat(A), TIMEOUT);

        assertThat(first().registry().present()).containsExactly(A);
        awaitPresent(second(), Set.of(A));
    }

    @Test
    public void N5_presence_ends_with_the_connection_and_the_entry_stays() {
        first().registry().beat(beat(A), TIMEOUT);
        second().registry().beat(beat(B), TIMEOUT);
        awaitPresent(second(), Set.of(A, B));

        store().sever(first());

        awaitPresent(second(), Set.of(B));
        assertThat(second().registry().view().find(NODE_1)).isPresent();
    }

    @Test
    public void N5_presence_is_of_the_incarnation_not_of_the_node() {
        first().registry().beat(beat(A), TIMEOUT);
        store().sever(first());
        awaitPresent(second(), Set.of());
        second().registry().evict(A);

        second().registry().beat(beat(A_AGAIN), TIMEOUT);

        awaitPresent(store().another(), Set.of(A_AGAIN));
    }

    @Test
    public void N5_a_connection_that_comes_back_brings_presence_back() {
        first().registry().beat(beat(A), TIMEOUT);
        second().registry().beat(beat(B), TIMEOUT);

        store().blink(first());

        awaitPresent(second(), Set.of(A, B));
    }

    @Test
    public void N5_a_refused_incarnation_is_not_present() {
        first().registry().beat(beat(A), TIMEOUT);

        second().registry().beat(beat(A_AGAIN), TIMEOUT);

        awaitPresent(second(), Set.of(A));
    }

    @Test
    public void N5_one_that_left_is_not_present() {
        first().registry().beat(beat(A), TIMEOUT);
        first().registry().leave(A);

        awaitPresent(second(), Set.of());
    }

    @Test
    public void N6_the_wish_to_drain_is_shown_until_it_is_taken_back() {
        first().registry().beat(beat(A), TIMEOUT);
        second().registry().wantDrain(NODE_1, true);
        second().registry().wantDrain(NODE_1, true);

        assertThat(first().registry().view().drainWanted()).containsExactly(NODE_1);
        assertThat(first().registry().beat(beat(A), TIMEOUT).view().drainWanted())
                .containsExactly(NODE_1);

        first().registry().wantDrain(NODE_1, false);
        assertThat(second().registry().view().drainWanted()).isEmpty();
    }

    @Test
    public void N6_the_wish_to_drain_outlives_the_nodes_restart() {
        first().registry().beat(beat(A), TIMEOUT);
        first().registry().wantDrain(NODE_1, true);
        first().registry().leave(A);

        assertThat(store().another()
                        .registry()
                        .beat(beat(A_AGAIN), TIMEOUT)
                        .view()
                        .drainWanted())
                .containsExactly(NODE_1);
    }

    @Test
    public void N6_wishes_of_nodes_do_not_touch_each_other() {
        first().registry().wantDrain(NODE_1, true);
        first().registry().wantDrain(NODE_2, true);
        first().registry().wantDrain(NODE_1, false);
        first().registry().wantDrain(new NodeId("NODE-2"), false);

        assertThat(second().registry().view().drainWanted()).containsExactly(NODE_2);
    }
}
