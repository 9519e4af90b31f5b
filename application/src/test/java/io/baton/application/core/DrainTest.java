package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a node that is told to end does with work that becomes its own after that. */
class DrainTest {
    private final World world = new World();
    private final Script script = Script.noop();

    @Test
    void a_waiting_firing_that_a_draining_node_promotes_runs_on_another_node() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        world.job("G.one", "overlap", "queue");
        ask(a, "first");
        ask(a, "second");

        a.core.life().drain();
        a.work();
        b.take();
        b.work();

        assertThat(row("first").standing().owner()).contains(a.self());
        assertThat(row("second").standing().owner()).contains(b.self());
        assertThat(words("second")).isEqualTo("SUCCEEDED");
    }

    @Test
    void alone_it_leaves_the_promoted_firing_queued_for_its_next_life() {
        TestNode a = world.node("a", 4, script);
        world.job("G.one", "overlap", "queue");
        ask(a, "first");
        ask(a, "second");

        a.core.life().drain();
        a.work();

        assertThat(words("first")).isEqualTo("SUCCEEDED");
        assertThat(row("second").state()).isEqualTo(TaskState.QUEUED);
        a.core.life().leave();
        a.crash();
        world.node("a", 4, script);
        world.pass(Duration.ofSeconds(8));
        world.settle();
        assertThat(words("second")).isEqualTo("SUCCEEDED");
        assertThat(script.calls).hasSize(2);
    }

    @Test
    void a_message_that_comes_to_a_node_that_began_to_drain_while_it_waited_for_one_starts_nothing() throws Exception {
        TestNode b = world.node("b", 4, script);
        TestNode a = world.node("a", 1, script);
        world.job("G.one");
        FutureTask<Boolean> waiting = new FutureTask<>(a.core.life()::intake);
        Thread intake = new Thread(waiting, "intake");
        intake.start();
        while (intake.getState() != Thread.State.TIMED_WAITING && intake.isAlive()) {
            Thread.onSpinWait();
        }

        a.core.life().drain();
        b.probe.set(0.9); // so it sends the task on, to a, which may have moved it again before anybody looks
        ask(b, "late");
        b.probe.set(0);

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
        a.steps.doAll();
        a.work();
        assertThat(script.calls).isEmpty();
        b.take();
        b.work();
        assertThat(words("late")).isEqualTo("SUCCEEDED");
        assertThat(row("late").standing().owner()).contains(b.self());
    }

    @Test
    void tasks_of_a_dead_node_wait_while_the_only_other_one_that_could_run_them_drains() {
        TestNode a = world.node("a", 4, script);
        world.node("b", 4, new Script());
        TestNode c = world.node("c", 1, script);
        world.job("G.one");
        queueOn(c, a);
        wish(a, true);
        world.pass(Duration.ofSeconds(5));

        c.crash();
        world.pass(Duration.ofSeconds(8));
        assertThat(row("late").state()).isEqualTo(TaskState.QUEUED);

        wish(a, false);
        world.pass(Duration.ofSeconds(10));
        world.settle();
        assertThat(words("late")).isEqualTo("SUCCEEDED");
    }

    private static void wish(TestNode node, boolean drain) {
        node.core.desk().look().readings().wantDrain(node.self().node(), drain);
        node.beat();
    }

    /** The sender knows nothing of the draining yet. */
    private void queueOn(TestNode target, TestNode sender) {
        sender.probe.set(0.9);
        ask(sender, "late");
        sender.probe.set(0);
        assertThat(row("late").standing().owner()).contains(target.self());
    }

    private void ask(TestNode node, String request) {
        world.clock.advance(Duration.ofMillis(10));
        node.core.desk().work().run().run(JobKey.parse("G.one"), Optional.empty(), Optional.of(request));
        node.steps.doAll();
        if (node.core.life().mayTake()) {
            node.take();
        }
    }

    private TaskRow row(String request) {
        return world.row(TaskId.parse("G.one@r-" + request));
    }

    private String words(String request) {
        return row(request)
                .story()
                .end()
                .map(e -> e.words())
                .orElse(row(request).state().name());
    }
}
