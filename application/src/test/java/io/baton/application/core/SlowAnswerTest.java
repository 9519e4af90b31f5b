package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.task.TaskRow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The ledger has started a task, and its answer takes longer than a node's two looks at what it holds: the task is being started, and
 * not one whose answer was lost.
 */
class SlowAnswerTest {
    private final World world = new World();
    private final Script script = Script.noop();
    private Runnable meanwhile = () -> {};
    private boolean lost;

    SlowAnswerTest() {
        world.ledger = this::slow;
    }

    private TaskLedger slow(TaskLedger real) {
        return (TaskLedger) Proxy.newProxyInstance(
                SlowAnswerTest.class.getClassLoader(), new Class<?>[] {TaskLedger.class}, (self, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        boolean starts = List.of("claim", "start").contains(method.getName());
                        if (starts) {
                            meanwhile.run();
                        }
                        if (starts && lost) {
                            throw new StoreException("TaskLedger", method.getName(), "the answer was lost");
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void looksMeanwhile(TestNode node) {
        meanwhile = () -> {
            assertThat(world.rowsOf("G.tick")).extracting(TaskRow::state).hasSize(1);
            node.beat();
            node.beat();
        };
    }

    private static void request(TestNode node) {
        node.core.desk().work().run().run(JobKey.parse("G.tick"), Optional.empty(), Optional.of("one"));
        node.steps.doAll();
    }

    @Test
    void a_claim_that_starts_is_not_settled_by_its_own_node() {
        TestNode a = world.node("a", 4, script);
        world.job("G.tick");
        looksMeanwhile(a);

        request(a);
        world.settle();

        assertThat(script.calls).hasSize(1);
        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
    }

    @Test
    void a_start_is_not_settled_by_its_own_node() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        a.probe.set(0.9);
        world.alive().forEach(TestNode::beat);
        world.job("G.tick");
        request(a);
        assertThat(b.queued()).isEqualTo(1);
        looksMeanwhile(b);

        b.take();
        world.settle();

        assertThat(script.calls).hasSize(1);
        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
        assertThat(world.rowsOf("G.tick").get(0).story().takenAt())
                .as("a message brought it")
                .isPresent();
    }

    @Test
    void a_start_whose_answer_was_lost_is_settled_all_the_same() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        a.probe.set(0.9);
        world.alive().forEach(TestNode::beat);
        world.job("G.tick");
        request(a);
        lost = true;
        b.take();
        b.beat();
        b.beat();
        lost = false;
        world.pass(Duration.ofSeconds(30));
        world.settle();

        assertThat(script.calls).isEmpty();
        assertThat(world.endings("G.tick")).containsExactly("LOST");
    }

    @Test
    void a_node_is_not_idle_while_the_ledger_may_be_starting_its_task() {
        TestNode a = world.node("a", 4, script);
        world.job("G.tick");
        boolean[] idle = {true};
        meanwhile = () -> idle[0] = a.core.life().idle();

        request(a);

        assertThat(idle[0]).isFalse();
    }
}
