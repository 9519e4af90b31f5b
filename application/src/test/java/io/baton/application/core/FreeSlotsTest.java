package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The ledger's law: every way to RUNNING needs a reserved free slot. */
class FreeSlotsTest {
    private final World world = new World();
    private final Script script = Script.noop();

    @Test
    void a_firing_beyond_the_free_slots_is_queued() {
        oneOfTwoStarts("any");
    }

    @Test
    void a_firing_that_is_bound_to_the_master_is_queued_beyond_its_free_slots() {
        oneOfTwoStarts("master");
    }

    private void oneOfTwoStarts(String placement) {
        TestNode alone = world.node("a", 1, script);
        world.job("G.first", "schedule", World.every("10s"), "placement", placement);
        world.job("G.second", "schedule", World.every("10s"), "placement", placement);
        world.toNextDueTime();

        alone.fire();

        assertThat(world.rows())
                .extracting(TaskRow::state)
                .containsExactlyInAnyOrder(TaskState.RUNNING, TaskState.QUEUED);
        assertThat(alone.workers.size()).isEqualTo(1);
    }

    @Test
    void a_node_takes_no_more_messages_than_it_has_free_slots() {
        TestNode sender = world.node("a", 1, script);
        TestNode target = world.node("b", 2, new Script().method("special.run", context -> {}));
        world.alive().forEach(TestNode::beat);
        world.job("G.special", "target", "special.run");
        for (int i = 0; i < 5; i++) {
            sender.core.desk().work().run().run(JobKey.parse("G.special"), Optional.empty(), Optional.of("r" + i));
            sender.steps.doAll();
        }

        target.take();

        assertThat(target.workers.size()).isEqualTo(2);
        assertThat(target.queued()).isEqualTo(3);
    }

    @Test
    void a_message_that_comes_when_the_last_slot_was_just_taken_goes_back_to_the_queue() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        world.queues = store -> hurried(store, meanwhile);
        Script special = new Script().method("special.run", context -> {});
        TestNode sender = world.node("a", 1, script);
        TestNode target = world.node("b", 1, special);
        world.alive().forEach(TestNode::beat);
        world.job("G.special", "target", "special.run");
        meanwhile.set(() -> {
            request(target, "own");
            request(sender, "sent");
            sender.steps.doAll();
        });

        target.intake();
        target.steps.doAll();

        assertThat(target.workers.size()).isEqualTo(1);
        assertThat(target.queued()).isEqualTo(1);
        assertThat(target.where.recovery().inFlight(target.self())).isEmpty();

        target.work();
        assertThat(world.rows()).extracting(TaskRow::state).containsOnly(TaskState.DONE);
        assertThat(special.calls).hasSize(2);
    }

    private static void request(TestNode node, String id) {
        node.core.desk().work().run().run(JobKey.parse("G.special"), Optional.empty(), Optional.of(id));
    }

    /** A queue in which a wait ends with what happens meanwhile, once. */
    private static TaskQueue hurried(TaskQueue store, AtomicReference<Runnable> meanwhile) {
        return (TaskQueue) Proxy.newProxyInstance(
                FreeSlotsTest.class.getClassLoader(), new Class<?>[] {TaskQueue.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("take") && !Duration.ZERO.equals(arguments[2])) {
                        meanwhile.getAndSet(() -> {}).run();
                        return store.take((Incarnation) arguments[0], (int) arguments[1], Duration.ZERO);
                    }
                    return method.invoke(store, arguments);
                });
    }
}
