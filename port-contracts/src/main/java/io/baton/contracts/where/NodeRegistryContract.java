package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.A_AGAIN;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.NODE_2;
import static io.baton.contracts.where.Samples.beat;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.NodeRegistry.BeatReply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.NodeRegistry}, but for presence and drain. */
public abstract class NodeRegistryContract extends WhereContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONGER_THAN_SHORT = Duration.ofMillis(1300);

    @Test
    public void N1_a_beat_registers_the_node_with_all_that_it_says() {
        BeatReply reply = first().registry().beat(beat(A, 5), TIMEOUT);

        assertThat(reply.refusedFor()).isEmpty();
        assertThat(reply.view().nodes()).extracting(ClusterView.Member::beat).containsExactly(beat(A, 5));
        assertThat(second().registry().view().nodes())
                .extracting(ClusterView.Member::beat)
                .containsExactly(beat(A, 5));
    }

    @Test
    public void N1_a_beat_carries_the_registrys_own_time() {
        first().registry().beat(beat(A), TIMEOUT);
        ClusterView before = second().registry().view();
        store().pass(LONGER_THAN_SHORT);
        ClusterView after = second().registry().beat(beat(B), TIMEOUT).view();

        assertThat(before.nodes().get(0).beatAt()).isBeforeOrEqualTo(before.now());
        assertThat(Duration.between(before.now(), after.now())).isGreaterThanOrEqualTo(SHORT);
        assertThat(after.find(NODE_1).orElseThrow().beatAt())
                .isEqualTo(before.nodes().get(0).beatAt());
        assertThat(after.find(NODE_2).orElseThrow().beatAt()).isAfter(before.now());
        assertThat(first().registry().view().find(NODE_2).orElseThrow().beatAt())
                .isEqualTo(after.find(NODE_2).orElseThrow().beatAt());
        assertThat(after.alive(SHORT)).extracting(ClusterView.Member::who).containsExactly(B);
    }

    @Test
    public void N2_a_second_live_holder_of_a_node_id_is_refused() {
        first().registry().beat(beat(A, 1), TIMEOUT);

        BeatReply reply = second().registry().beat(beat(A_AGAIN, 2), TIMEOUT);

        assertThat(reply.refusedFor()).contains(A);
        assertThat(reply.view().nodes()).extracting(ClusterView.Member::beat).containsExactly(beat(A, 1));
        assertThat(first().registry().beat(beat(A, 3), TIMEOUT).refusedFor()).isEmpty();
    }

    @Test
    public void N2_a_refused_beat_does_not_keep_the_holder_alive() {
        first().registry().beat(beat(A), TIMEOUT);
        store().pass(LONGER_THAN_SHORT);
        second().registry().beat(beat(A_AGAIN), TIMEOUT);

        assertThat(second().registry().view().alive(SHORT)).isEmpty();
    }

    @Test
    public void N2_a_silent_holder_is_replaced_and_then_refused_itself() {
        first().registry().beat(beat(A), TIMEOUT);
        store().pass(LONGER_THAN_SHORT);

        assertThat(second().registry().beat(beat(A_AGAIN), SHORT).refusedFor()).isEmpty();
        assertThat(first().registry().beat(beat(A), TIMEOUT).refusedFor()).contains(A_AGAIN);
        assertThat(first().registry().view().nodes())
                .extracting(ClusterView.Member::who)
                .containsExactly(A_AGAIN);
    }

    @Test
    public void N2_of_racing_incarnations_one_gets_the_node_id() throws Exception {
        List<BeatReply> replies = Race.among(8, i -> {
            WhereClient client = i % 2 == 0 ? first() : second();
            Incarnation who = new Incarnation(NODE_1, "r" + i);
            return () -> client.registry().beat(beat(who), TIMEOUT);
        });

        Incarnation holder = first().registry().view().nodes().get(0).who();
        assertThat(replies.stream().filter(r -> r.refusedFor().isEmpty())).hasSize(1);
        assertThat(replies.stream().flatMap(r -> r.refusedFor().stream()))
                .hasSize(7)
                .containsOnly(holder);
    }

    @Test
    public void N3_the_view_holds_each_node_once_sorted_with_its_latest_beat() {
        first().registry().beat(beat(B, 1), TIMEOUT);
        first().registry().beat(beat(A, 1), TIMEOUT);
        second().registry().beat(beat(B, 2), TIMEOUT);

        assertThat(first().registry().view().nodes())
                .extracting(ClusterView.Member::beat)
                .containsExactly(beat(A, 1), beat(B, 2));
    }

    @Test
    public void N3_a_silent_node_stays_in_the_view() {
        first().registry().beat(beat(A), SHORT);

        store().pass(LONGER_THAN_SHORT);

        assertThat(second().registry().view().find(NODE_1)).isPresent();
        assertThat(store().another().registry().view().find(NODE_1)).isPresent();
    }

    @Test
    public void N3_a_new_registry_is_empty() {
        ClusterView view = first().registry().view();

        assertThat(view.nodes()).isEmpty();
        assertThat(view.master()).isEmpty();
        assertThat(view.drainWanted()).isEmpty();
        assertThat(first().registry().present()).isEmpty();
    }

    @Test
    public void N3_the_view_names_the_master() {
        first().registry().beat(beat(A), TIMEOUT);
        first().lease().claim(A, TIMEOUT);

        assertThat(second().registry().view().master()).contains(A);
        assertThat(second().registry().beat(beat(B), TIMEOUT).view().master()).contains(A);

        first().lease().release(A);
        assertThat(second().registry().view().master()).isEmpty();
    }

    @Test
    public void N4_a_node_that_leaves_is_gone_and_its_id_is_free() {
        first().registry().beat(beat(A), TIMEOUT);
        first().registry().leave(A);
        first().registry().leave(A);

        assertThat(second().registry().view().nodes()).isEmpty();
        assertThat(second().registry().beat(beat(A_AGAIN), TIMEOUT).refusedFor())
                .isEmpty();
    }

    @Test
    public void N4_an_evicted_node_is_gone() {
        first().registry().beat(beat(A), TIMEOUT);
        first().registry().beat(beat(B), TIMEOUT);
        second().registry().evict(A);
        second().registry().evict(A);

        assertThat(first().registry().view().nodes())
                .extracting(ClusterView.Member::who)
                .containsExactly(B);
    }

    @Test
    public void N4_late_leaving_or_evicting_does_not_touch_the_successor() {
        first().registry().beat(beat(A), TIMEOUT);
        first().registry().evict(A);
        second().registry().beat(beat(A_AGAIN), TIMEOUT);

        first().registry().leave(A);
        first().registry().evict(A);

        assertThat(first().registry().view().nodes())
                .extracting(ClusterView.Member::who)
                .containsExactly(A_AGAIN);
    }

    @Test
    public void N7_node_ids_that_differ_in_case_are_different() {
        Incarnation upper = new Incarnation(new NodeId("NODE-1"), "a1");
        first().registry().beat(beat(A), TIMEOUT);

        assertThat(second().registry().beat(beat(upper), TIMEOUT).refusedFor()).isEmpty();
        assertThat(first().registry().view().nodes()).hasSize(2);
    }
}
