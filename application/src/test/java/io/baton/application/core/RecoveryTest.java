package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** M6, M8 and the ledger's law: what becomes of the tasks of a node that is gone and of lost messages. */
class RecoveryTest {
    private final World world = new World();
    private final Script script = Script.noop();

    @Test
    void queued_tasks_of_a_crashed_node_run_elsewhere_within_five_seconds() {
        TestNode a = world.node("a", 1, script);
        TestNode b = world.node("b", 4, script);
        queuedOn(b, a);

        b.crash();
        world.pass(Duration.ofSeconds(5));
        world.settle();

        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
        assertThat(script.calls).hasSize(1);
    }

    @Test
    void a_running_at_most_once_task_of_a_crashed_node_is_lost_and_never_started_again() {
        world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        running(b, "at-most-once");

        b.crash();
        world.pass(Duration.ofSeconds(8));
        world.settle();

        assertThat(world.endings("G.tick")).containsExactly("LOST");
        assertThat(script.calls).isEmpty();
    }

    @Test
    void a_running_at_least_once_task_of_a_crashed_node_is_started_again_within_eight_seconds() {
        world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        running(b, "at-least-once");

        b.crash();
        world.pass(Duration.ofSeconds(8));
        world.settle();

        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
        assertThat(script.calls).singleElement().asString().endsWith("attempt 2");
    }

    @Test
    void the_result_of_a_node_that_was_declared_dead_changes_nothing() {
        world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        running(b, "at-most-once");
        b.crash();
        world.pass(Duration.ofSeconds(8));

        b.workers.doAll(); // it wakes up and finishes its method
        b.steps.doAll();

        assertThat(world.endings("G.tick")).containsExactly("LOST");
        var id = world.rowsOf("G.tick").get(0).id();
        assertThat(world.database.connect().history().attempts(id)).anyMatch(attempt -> attempt.late());
    }

    @Test
    void a_paused_node_keeps_its_running_task_until_the_heartbeat_timeout() {
        world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        running(b, "at-least-once");

        b.alive = false; // paused: it does nothing, but its connections stand
        world.pass(Duration.ofSeconds(25));
        assertThat(world.rowsOf("G.tick").get(0).state()).isEqualTo(TaskState.RUNNING);

        world.pass(Duration.ofSeconds(15));
        world.settle();
        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
    }

    @Test
    void a_node_that_was_declared_dead_and_lives_works_again_from_its_next_heartbeat() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        b.alive = false; // it stands still
        world.pass(Duration.ofSeconds(40));
        assertThat(a.core.life().watch().alive()).hasSize(1);

        b.alive = true;
        world.pass(Duration.ofSeconds(10));

        assertThat(b.core.life().mayTake()).isTrue();
        assertThat(a.core.life().watch().alive()).hasSize(2);
    }

    @Test
    void the_master_role_moves_when_the_master_crashes() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        assertThat(a.core.life().watch().isMaster()).isTrue();

        a.crash();
        world.pass(Duration.ofSeconds(5));

        assertThat(b.core.life().watch().isMaster()).isTrue();
    }

    @Test
    void a_message_that_is_nowhere_is_sent_again() {
        TestNode a = world.node("a", 1, script);
        TestNode b = world.node("b", 4, script);
        queuedOn(b, a);
        b.where
                .queue()
                .take(b.self(), 10, Duration.ZERO)
                .forEach(t -> b.where.queue().acknowledge(b.self(), List.of(t.receipt()))); // lost without a trace

        world.pass(Duration.ofSeconds(12));
        world.settle();

        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
        assertThat(script.calls).hasSize(1);
    }

    @Test
    void a_message_in_flight_on_a_live_node_stays_there_however_old_it_is() {
        TestNode a = world.node("a", 1, script);
        TestNode b = world.node("b", 4, script);
        queuedOn(b, a);
        b.where.queue().take(b.self(), 10, Duration.ZERO);
        long fence = world.rowsOf("G.tick").get(0).fence();

        world.pass(Duration.ofSeconds(40));

        assertThat(b.where.recovery().inFlight(b.self())).hasSize(1);
        assertThat(a.queued() + b.queued()).isZero();
        assertThat(world.rowsOf("G.tick").get(0).fence()).isEqualTo(fence);
    }

    @Test
    void what_the_ledger_calls_running_here_and_is_not_is_settled_at_the_second_look() {
        TestNode a = world.node("a", 1, script);
        TestNode b = world.node("b", 4, script);
        queuedOn(b, a);
        TaskRow row = world.rowsOf("G.tick").get(0);
        b.what.ledger().start(List.of(new StartRequest(row.id(), row.fence())), b.self(), new WriteToken("b#unheard"));

        b.beat();
        assertThat(world.endings("G.tick")).containsExactly("RUNNING");

        b.beat();
        assertThat(world.endings("G.tick")).containsExactly("LOST");
    }

    @Test
    void a_broadcasts_task_ends_with_its_node() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        world.alive().forEach(TestNode::beat);
        world.job("G.all", "schedule", World.every("10s"), "placement", "broadcast");
        world.toNextDueTime();
        a.fire();
        assertThat(b.queued()).isEqualTo(1);

        b.crash();
        world.pass(Duration.ofSeconds(5));
        a.take();
        a.work();

        assertThat(script.calls).hasSize(1);
        assertThat(world.endings("G.all")).contains("SUCCEEDED", "SKIPPED(NODE_GONE)");
    }

    @Test
    void a_failed_attempt_is_followed_by_the_next_after_its_delay() {
        Script flaky = new Script().method("bean.run", c -> {
            if (c.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        TestNode a = world.node("a", 4, flaky);
        world.job("G.flaky", "retry", Map.of("attempts", 3, "delay", "5s", "factor", 2.0));
        a.core.desk().work().run().run(JobKey.parse("G.flaky"), Optional.empty(), Optional.of("one"));
        a.work();
        assertThat(flaky.calls).hasSize(1);

        world.pass(Duration.ofSeconds(4));
        a.work();
        assertThat(flaky.calls).hasSize(1);
        world.pass(Duration.ofSeconds(2));
        world.settle();
        assertThat(flaky.calls).hasSize(2);
        world.pass(Duration.ofSeconds(11));
        world.settle();

        assertThat(flaky.calls).hasSize(3);
        assertThat(world.endings("G.flaky")).containsExactly("SUCCEEDED");
        assertThat(world.database
                        .connect()
                        .history()
                        .attempts(world.rowsOf("G.flaky").get(0).id()))
                .hasSize(2);
    }

    @Test
    void a_poison_task_that_takes_its_node_down_each_time_ends_dead() {
        world.node("a", 4, script);
        TestNode victim = world.node("b", 4, script);
        running(victim, "at-least-once");
        for (int life = 2; life <= 5; life++) {
            victim.crash();
            world.pass(Duration.ofSeconds(8));
            TestNode next = world.alive().get(0);
            next.take(); // started, and down it goes
            world.node("n" + life, 4, script);
            world.alive().forEach(TestNode::beat);
            victim = next;
        }

        assertThat(world.endings("G.tick")).containsExactly("DEAD(RECOVERED_TOO_OFTEN)");
    }

    private void queuedOn(TestNode target, TestNode sender) {
        sender.probe.set(0.9);
        world.alive().forEach(TestNode::beat);
        world.job("G.tick");
        sender.core.desk().work().run().run(JobKey.parse("G.tick"), Optional.empty(), Optional.of("one"));
        sender.steps.doAll();
        assertThat(target.queued()).isEqualTo(1);
        sender.probe.set(0);
    }

    private void running(TestNode node, String delivery) {
        world.job("G.tick", "delivery", delivery);
        node.core.desk().work().run().run(JobKey.parse("G.tick"), Optional.empty(), Optional.of("one"));
        node.steps.doAll();
        assertThat(world.rowsOf("G.tick").get(0).state()).isEqualTo(TaskState.RUNNING);
        assertThat(node.workers.size()).isEqualTo(1);
    }
}
