package io.baton.domain.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.domain.job.Labels;
import io.baton.domain.node.Incarnation;
import io.baton.domain.placement.PlacementPolicy.Self;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlacementPolicyTest {
    private static final PlacementPolicy POLICY = new PlacementPolicy(0.8);
    private static final PlacementRequest REQUEST = new PlacementRequest("demo.run", Labels.NONE, false);
    private static final PlacementRequest BOUND = new PlacementRequest("demo.run", Labels.NONE, true);

    private static Candidate node(String name, double load, int freeSlots) {
        return new Candidate(
                Incarnation.parse(name + "/i"), load, load, freeSlots, true, Labels.NONE, Set.of("demo.run"));
    }

    private static Candidate lacking(String name, double load) {
        return new Candidate(Incarnation.parse(name + "/i"), load, load, 4, true, Labels.NONE, Set.of("demo.other"));
    }

    private static Decision onMaster(Candidate self, Candidate... others) {
        return POLICY.decide(REQUEST, new Self(self, true, false), List.of(others));
    }

    private static Decision onSlave(Candidate self, Candidate... others) {
        return POLICY.decide(REQUEST, new Self(self, false, false), List.of(others));
    }

    private static void isSentTo(Decision decision, String name) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Sent.class, sent -> assertThat(sent.to()).isEqualTo(Incarnation.parse(name + "/i")));
        assertThat(decision.because()).isNotBlank();
    }

    @Test
    void a_master_below_the_threshold_keeps_the_task() {
        assertThat(onMaster(node("m", 0.79, 2), node("s", 0.0, 8))).isInstanceOf(Decision.Here.class);
    }

    @Test
    void a_master_below_the_threshold_without_a_free_slot_queues_on_itself() {
        assertThat(onMaster(node("m", 0.5, 0), node("s", 0.0, 8))).isInstanceOf(Decision.QueuedHere.class);
    }

    @Test
    void a_master_at_or_above_the_threshold_sends_to_the_least_loaded() {
        isSentTo(onMaster(node("m", 0.8, 2), node("x", 0.5, 2), node("y", 0.3, 2)), "y");
        isSentTo(onMaster(node("m", 0.9, 2), node("x", 0.5, 2), node("y", 0.3, 2)), "y");
    }

    @Test
    void a_loaded_master_keeps_the_task_if_nobody_is_less_loaded() {
        assertThat(onMaster(node("m", 0.9, 2), node("x", 0.9, 2))).isInstanceOf(Decision.Here.class);
        assertThat(onMaster(node("m", 1.0, 0), node("x", 1.0, 0))).isInstanceOf(Decision.QueuedHere.class);
        assertThat(onMaster(node("m", 1.0, 0))).isInstanceOf(Decision.QueuedHere.class);
    }

    @Test
    void a_slave_with_a_free_slot_keeps_the_task_whatever_its_load() {
        assertThat(onSlave(node("s", 0.95, 1), node("m", 0.0, 8))).isInstanceOf(Decision.Here.class);
    }

    @Test
    void a_slave_without_a_free_slot_forwards_to_the_least_loaded() {
        isSentTo(onSlave(node("s", 1.0, 0), node("x", 0.5, 2), node("y", 0.3, 2)), "y");
    }

    @Test
    void ties_go_to_the_smaller_node_id_in_whatever_order_they_come() {
        isSentTo(onSlave(node("s", 1.0, 0), node("b", 0.3, 1), node("a", 0.3, 1)), "a");
        isSentTo(onSlave(node("s", 1.0, 0), node("a", 0.3, 1), node("b", 0.3, 1)), "a");
    }

    @Test
    void of_full_nodes_the_one_with_less_waiting_is_taken() {
        isSentTo(onSlave(lacking("s", 1.0), full("a", 7.5), full("b", 2.25), full("c", 3)), "b");
        assertThat(onSlave(node("s", 1.0, 0), full("a", 1.5))).isInstanceOf(Decision.QueuedHere.class);
    }

    @Test
    void a_node_whose_queue_is_full_sends_to_one_that_has_room_and_keeps_the_task_if_there_is_none() {
        isSentTo(onSlave(without(full("s", 2)), without(full("a", 1.5)), full("b", 3)), "b");
        isSentTo(onMaster(without(full("m", 2)), without(full("a", 1.5)), full("b", 3)), "b");
        assertThat(onSlave(without(full("s", 2)), without(full("a", 1.5)))).isInstanceOf(Decision.QueuedHere.class);
        assertThat(onSlave(full("s", 2), without(node("a", 0.5, 0)))).isInstanceOf(Decision.QueuedHere.class);
        assertThat(onMaster(without(node("m", 1.0, 1)), full("b", 3)))
                .as("a slot is free")
                .isInstanceOf(Decision.Here.class);
    }

    private static Candidate without(Candidate room) {
        return new Candidate(
                room.who(), room.load(), room.backlog(), room.freeSlots(), false, room.labels(), room.targets());
    }

    private static Candidate full(String name, double backlog) {
        return new Candidate(Incarnation.parse(name + "/i"), 1.0, backlog, 0, true, Labels.NONE, Set.of("demo.run"));
    }

    @Test
    void a_node_without_the_target_sends_the_task_away_whatever_the_loads() {
        isSentTo(onSlave(lacking("s", 0.0), node("x", 0.99, 1), lacking("y", 0.0)), "x");
    }

    @Test
    void a_draining_node_sends_the_task_away() {
        Self draining = new Self(node("s", 0.0, 8), false, true);

        isSentTo(POLICY.decide(REQUEST, draining, List.of(node("x", 0.99, 1))), "x");
        assertThat(POLICY.decide(REQUEST, draining, List.of())).isInstanceOf(Decision.Nowhere.class);
    }

    @Test
    void a_target_that_nobody_has_goes_nowhere_and_the_reason_names_it() {
        Decision decision = onMaster(lacking("m", 0.1), lacking("s", 0.1));

        assertThat(decision).isInstanceOf(Decision.Nowhere.class);
        assertThat(decision.because()).contains("demo.run");
    }

    @Test
    void labels_are_asked_for() {
        PlacementRequest request = new PlacementRequest("demo.run", Labels.parse("zone=a"), false);
        Candidate inZone = new Candidate(
                Incarnation.parse("z/i"), 0.9, 0.9, 1, true, Labels.parse("gpu=yes,zone=a"), Set.of("demo.run"));

        isSentTo(
                POLICY.decide(request, new Self(node("m", 0.0, 8), true, false), List.of(node("x", 0.0, 8), inZone)),
                "z");
        assertThat(POLICY.decide(request, new Self(node("m", 0.0, 8), true, false), List.of())
                        .because())
                .contains("zone=a");
    }

    @Test
    void a_bound_task_stays_or_goes_nowhere() {
        List<Candidate> idle = List.of(node("x", 0.0, 8));

        assertThat(POLICY.decide(BOUND, new Self(node("m", 1.0, 1), true, false), idle))
                .isInstanceOf(Decision.Here.class);
        assertThat(POLICY.decide(BOUND, new Self(node("m", 1.0, 0), true, false), idle))
                .isInstanceOf(Decision.QueuedHere.class);
        assertThat(POLICY.decide(BOUND, new Self(lacking("m", 0.0), true, false), idle))
                .isInstanceOf(Decision.Nowhere.class);
    }

    @Test
    void a_threshold_out_of_range_is_refused() {
        for (double wrong : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PlacementPolicy(wrong))
                    .withMessageContaining("0 to 1");
        }
    }
}
