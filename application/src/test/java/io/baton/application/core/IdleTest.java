package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a node that waits asks of the stores, and what it finds all the same. */
class IdleTest {
    private final World world = new World();
    private final Script script = Script.noop();
    private final Counted registry = new Counted();
    private final Counted queues = new Counted();
    private final Counted lease = new Counted();

    private TestNode master() {
        world.registries = port -> registry.port(NodeRegistry.class, port);
        world.recoveries = port -> queues.port(QueueRecovery.class, port);
        TestNode master = world.node("a", 4, script);
        world.registries = port -> port;
        world.recoveries = port -> port;
        return master;
    }

    @Test
    void while_all_live_a_sweep_asks_the_registry_nothing_and_looks_at_queues_every_five_seconds() {
        TestNode master = master();
        world.node("b", 4, script);
        master.sweep();
        registry.calls.clear();
        queues.calls.clear();

        for (int second = 0; second < 9; second++) {
            world.clock.advance(Duration.ofSeconds(1));
            master.sweep();
        }

        assertThat(registry.calls).isEmpty();
        assertThat(queues.calls).containsExactly("holders", "queues");
    }

    @Test
    void while_a_task_is_queued_or_runs_each_sweep_looks_at_queues() {
        TestNode master = master();
        world.job("G.tick");
        master.core.desk().work().run().run(JobKey.parse("G.tick"), Optional.empty(), Optional.of("one"));
        master.steps.doAll();
        queues.calls.clear();

        for (int second = 0; second < 3; second++) {
            world.clock.advance(Duration.ofSeconds(1));
            master.sweep();
        }

        assertThat(queues.calls).containsExactly("holders", "queues", "holders", "queues", "holders", "queues");
    }

    @Test
    void a_message_that_no_task_is_behind_is_taken_from_the_queue_of_a_stranger_within_five_seconds() {
        TestNode master = world.node("a", 4, script);
        NodeId stranger = new NodeId("stranger");
        world.pass(Duration.ofSeconds(2));
        TaskId unknown = TaskId.of(FiringId.requested(JobKey.parse("G.unknown"), "r1"));
        TaskMessage message = new TaskMessage(
                unknown, stranger, new TaskMessage.Position(1, 1, master.now()), false, JsonText.EMPTY_OBJECT);
        master.where.queue().push(List.of(message), 1_000);

        world.pass(Duration.ofSeconds(5));

        assertThat(master.where.recovery().states(List.of(stranger)).get(0).depth())
                .isZero();
    }

    @Test
    void a_slave_does_not_ask_for_the_role_that_it_sees_another_have() {
        TestNode master = world.node("a", 4, script);
        world.leases = port -> lease.port(MasterLease.class, port);
        TestNode slave = world.node("b", 4, script);

        world.pass(Duration.ofSeconds(20));
        assertThat(lease.calls).isEmpty();
        assertThat(slave.core.life().watch().master()).contains(master.self());

        master.crash();
        world.pass(Duration.ofSeconds(20));
        assertThat(slave.core.life().watch().isMaster()).isTrue();
    }

    @Test
    void after_a_wait_that_brought_nothing_a_node_waits_again_without_a_look() throws InterruptedException {
        Counted waits = new Counted();
        TaskQueue nothing = (TaskQueue) java.lang.reflect.Proxy.newProxyInstance(
                TaskQueue.class.getClassLoader(), new Class<?>[] {TaskQueue.class}, (proxy, method, args) -> List.of());
        world.queues = port -> waits.port(TaskQueue.class, nothing);
        TestNode node = world.node("a", 4, script);

        for (int step = 0; step < 5; step++) {
            assertThat(node.core.life().intake()).isFalse();
        }

        assertThat(waits.calls).hasSize(6).containsOnly("take"); // one look, five waits
    }
}
