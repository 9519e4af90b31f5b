package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.fire.RequestRun;
import io.baton.domain.job.JobKey;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** More work than the queues may hold: what is over waits in the ledger, and requests are refused until there is room. */
class OverloadTest {
    private static final JobKey LONG = JobKey.parse("G.long");

    private final World world = new World();
    private final Script script = Script.noop();

    @Test
    void firings_over_the_capacity_wait_in_the_ledger_and_run_when_there_is_room() {
        world.queueCapacity = 2;
        TestNode node = world.node("a", 1, script);
        for (int n = 0; n < 6; n++) {
            world.job("G.tick" + n, "schedule", World.every("10m"));
        }

        world.clock.advance(Duration.ofMinutes(10));
        node.beat();
        node.fire();

        assertThat(node.queued()).isEqualTo(2);
        assertThat(states()).containsOnly(TaskState.RUNNING, TaskState.QUEUED).hasSize(6);
        for (int round = 0; round < 4; round++) {
            world.settle();
            world.pass(Duration.ofSeconds(15));
        }
        assertThat(states()).containsOnly(TaskState.DONE).hasSize(6);
        assertThat(script.calls).hasSize(6);
    }

    private List<TaskState> states() {
        return world.rows().stream().map(TaskRow::state).toList();
    }

    @Test
    void a_request_is_refused_while_every_queue_is_full_and_leaves_nothing_behind() {
        world.queueCapacity = 2;
        TestNode node = world.node("a", 1, script);
        world.job("G.long");
        fill(node);

        RequestRun.Reply refused = request(node, "over");

        assertThat(refused.task()).isEmpty();
        assertThat(refused.overload()).isTrue();
        assertThat(refused.refusal())
                .isEqualTo(
                        "every node that could run G.long has 2 tasks waiting (baton.queue.capacity): ask again later");
        assertThat(world.rows()).hasSize(3);

        world.settle();
        world.clock.advance(Duration.ofMillis(1));
        node.beat();
        assertThat(request(node, "over").task()).isPresent();
    }

    @Test
    void a_request_that_was_taken_before_is_answered_with_its_task_while_every_queue_is_full() {
        world.queueCapacity = 2;
        TestNode node = world.node("a", 1, script);
        world.job("G.long");
        fill(node);

        RequestRun.Reply again = request(node, "r1");

        assertThat(again.task()).contains(TaskId.parse("G.long@r-r1"));
        assertThat(world.rows()).hasSize(3);
    }

    @Test
    void a_request_is_taken_while_one_queue_has_room() {
        world.queueCapacity = 2;
        TestNode node = world.node("a", 1, script);
        world.job("G.long");
        fill(node);
        world.node("b", 1, script);

        assertThat(request(node, "over").task()).isPresent();
    }

    @Test
    void requests_fill_all_queues_before_one_is_refused() {
        world.queueCapacity = 2;
        TestNode node = world.node("a", 1, script);
        TestNode other = world.node("b", 1, script);
        world.job("G.long");

        for (int n = 0; n < 6; n++) {
            assertThat(request(node, "r" + n).task()).as("request %d", n).isPresent();
            node.steps.doAll();
            other.take();
            world.clock.advance(Duration.ofMillis(1));
            other.beat();
            node.beat();
        }

        assertThat(List.of(node.queued(), other.queued())).isEqualTo(List.of(2L, 2L));
        assertThat(request(node, "over").overload()).isTrue();
    }

    /** One runs, two wait. */
    private void fill(TestNode node) {
        for (int n = 0; n < 3; n++) {
            assertThat(request(node, "r" + n).task()).isPresent();
            node.steps.doAll();
            world.clock.advance(Duration.ofMillis(1));
            node.beat();
        }
        assertThat(node.queued()).isEqualTo(2);
    }

    private static RequestRun.Reply request(TestNode node, String id) {
        return node.core.desk().work().run().run(LONG, Optional.empty(), Optional.of(id));
    }
}
