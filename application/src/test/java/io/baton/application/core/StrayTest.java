package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.Labels;
import io.baton.domain.node.NodeId;
import io.baton.domain.placement.PlacementRequest;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tasks and messages where nobody can run them: without the target, without a node, or without a place in a queue. */
class StrayTest {
    private final World world = new World();
    private final Script plain = Script.noop();
    private final Script special = new Script().method("special.run", c -> {}).method("bean.run", c -> {});

    @Test
    void a_message_that_came_to_a_node_without_its_target_is_placed_again() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = world.node("b", 4, special);
        queued(a, 1);
        send(taken(b).get(0), a.self().node());

        a.take();
        a.work();
        assertThat(b.queued()).isEqualTo(1);
        world.settle();

        assertThat(special.calls).hasSize(1);
        assertThat(world.endings("G.special")).containsExactly("SUCCEEDED");
    }

    @Test
    void a_message_that_came_to_a_node_without_the_labels_that_its_job_asks_for_is_placed_again() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = labelled("b");
        zoned(a);
        send(taken(b).get(0), a.self().node());

        a.take();
        a.work();
        assertThat(b.queued()).isEqualTo(1);
        world.settle();

        assertThat(world.rowsOf("G.zoned"))
                .hasSize(1)
                .allMatch(row -> row.standing().owner().equals(Optional.of(b.self())));
        assertThat(world.endings("G.zoned")).containsExactly("SUCCEEDED");
    }

    @Test
    void an_idle_node_takes_nothing_off_another_that_asks_for_labels() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = labelled("b");
        zoned(a);

        assertThat(a.where.queue().steal(b.self().node(), a.self(), 10)).isEmpty();
        assertThat(b.queued()).isEqualTo(1);
    }

    @Test
    void a_broadcast_after_an_outage_that_held_up_all_heartbeats_goes_to_those_that_are_not_dead() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = world.node("b", 4, plain);
        world.alive().forEach(TestNode::beat);
        PlacementRequest wishes = new PlacementRequest("bean.run", Labels.NONE, false);

        world.clock.advance(Duration.ofSeconds(40));

        assertThat(a.core.middle.sending().board().everybody(wishes)).containsExactly(a.self(), b.self());
        a.beat();
        assertThat(a.core.middle.sending().board().everybody(wishes)).containsExactly(a.self());
    }

    @Test
    void a_broadcast_goes_to_those_who_were_there_when_the_registry_has_just_lost_them() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = world.node("b", 4, plain);
        PlacementRequest wishes = new PlacementRequest("bean.run", Labels.NONE, false);

        world.alive().forEach(node -> node.where.registry().leave(node.self()));

        assertThat(a.core.middle.sending().board().everybody(wishes)).containsExactly(a.self(), b.self());
    }

    private TestNode labelled(String id) {
        TestNode node = new TestNode(world, id, 4, plain, Labels.parse("zone=x")).joined();
        world.nodes.add(node);
        return node;
    }

    /** A task that only the node with the label may run, asked for at another. */
    private void zoned(TestNode asked) {
        world.alive().forEach(TestNode::beat);
        world.job("G.zoned", "labels", Map.of("zone", "x"));
        asked.core.desk().work().run().run(JobKey.parse("G.zoned"), Optional.empty(), Optional.of("r1"));
        asked.steps.doAll();
    }

    @Test
    void a_queued_task_whose_target_died_with_its_node_ends_dead() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = world.node("b", 4, special);
        queued(a, 1);

        b.crash();
        world.pass(Duration.ofSeconds(12));

        assertThat(world.endings("G.special")).containsExactly("DEAD(NO_TARGET)");
    }

    @Test
    void messages_on_the_queue_of_a_node_that_nobody_knows_are_taken_at_the_next_sweep() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = world.node("b", 4, special);
        NodeId stranger = new NodeId("stranger");
        queued(a, 1);
        send(taken(b).get(0), stranger);

        a.sweep();

        assertThat(a.where.recovery().states(List.of(stranger)).get(0).depth()).isZero();
        assertThat(a.queued()).isEqualTo(1);
    }

    @Test
    void of_lost_messages_500_are_sent_again_in_a_sweep() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = world.node("b", 4, special);
        queued(a, 501);
        assertThat(taken(b)).hasSize(501);

        world.clock.advance(Duration.ofSeconds(12));
        world.alive().forEach(TestNode::beat);
        a.sweep();
        assertThat(b.queued()).isEqualTo(500);

        a.sweep();
        assertThat(b.queued()).isEqualTo(501);
    }

    @Test
    void a_broadcast_is_of_those_who_were_there_when_it_fired() {
        TestNode a = world.node("a", 4, plain);
        TestNode b = world.node("b", 4, plain);
        world.job("G.all", "schedule", World.every("10s"), "placement", "broadcast");
        world.toNextDueTime();
        a.fire();
        world.node("c", 4, plain);

        world.alive().forEach(TestNode::take);
        world.alive().forEach(TestNode::work);
        world.pass(Duration.ofSeconds(2));

        assertThat(world.rowsOf("G.all"))
                .hasSize(3)
                .allMatch(row -> row.terms().parts() == 2)
                .extracting(row -> row.standing().owner())
                .contains(Optional.of(a.self()), Optional.of(b.self()));
        assertThat(world.endings("G.all")).doesNotContain("SPREAD", "QUEUED");
        assertThat(plain.calls).hasSize(2);
    }

    /** Tasks that the second node alone can run, asked for at the first. */
    private void queued(TestNode asked, int count) {
        world.alive().forEach(TestNode::beat);
        world.job("G.special", "target", "special.run");
        for (int n = 0; n < count; n++) {
            asked.core
                    .desk()
                    .work()
                    .run()
                    .run(JobKey.parse("G.special"), Optional.empty(), Optional.of("request-" + n));
            asked.steps.doAll();
        }
        assertThat(world.rowsOf("G.special"))
                .hasSize(count)
                .extracting(TaskRow::fence)
                .containsOnly(1L);
    }

    /** What lies on the node's queue, which knows nothing of it any more. */
    private static List<TaskMessage> taken(TestNode node) {
        List<Taken> taken = node.where.queue().take(node.self(), 1_000, Duration.ZERO);
        node.where
                .queue()
                .acknowledge(node.self(), taken.stream().map(Taken::receipt).toList());
        return taken.stream().map(one -> ((Taken.Dispatched) one).message()).toList();
    }

    private void send(TaskMessage message, NodeId to) {
        TaskMessage strayed = new TaskMessage(message.task(), to, message.position(), message.stay(), message.data());
        assertThat(world.nodes.get(0).where.queue().push(List.of(strayed), 1_000))
                .isEmpty();
    }
}
