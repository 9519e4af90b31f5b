package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** M4.2: firings of a job that forbids overlap, wherever in the cluster they run. */
class OverlapTest {
    private final World world = new World();
    private final Script script = Script.noop();
    private final TestNode a = world.node("a", 4, script);
    private final TestNode b = world.node("b", 4, script);

    @Test
    void with_queue_one_waits_for_the_other_node_and_later_ones_join_it() {
        world.job("G.one", "overlap", "queue");
        ask(a, "first");
        ask(b, "second");
        ask(b, "third");

        assertThat(state("first")).isEqualTo(TaskState.RUNNING);
        assertThat(state("second")).isEqualTo(TaskState.WAITING);
        assertThat(words("third")).isEqualTo("SKIPPED(JOINED)");
        world.settle();
        assertThat(words("second")).isEqualTo("SUCCEEDED");
        assertThat(script.calls).hasSize(2);
    }

    @Test
    void with_skip_the_later_one_is_skipped() {
        world.job("G.one", "overlap", "skip");
        ask(a, "first");
        ask(b, "second");

        assertThat(words("second")).isEqualTo("SKIPPED(OVERLAP)");
    }

    @Test
    void with_replace_the_running_one_is_cancelled_and_the_later_one_starts_when_it_has_ended() {
        world.job("G.one", "overlap", "replace");
        ask(a, "first");
        ask(b, "second");
        assertThat(state("second")).isEqualTo(TaskState.WAITING);

        a.cycle("cancel");
        world.settle();

        assertThat(words("first")).isEqualTo("CANCELLED");
        assertThat(words("second")).isEqualTo("SUCCEEDED");
    }

    @Test
    void with_allow_both_run_at_once() {
        world.job("G.one");
        ask(a, "first");
        ask(b, "second");

        assertThat(world.rows()).extracting(TaskRow::state).containsOnly(TaskState.RUNNING);
    }

    @Test
    void a_firing_keeps_the_job_to_itself_over_its_retries() {
        Script failing = new Script().method("bean.run", c -> {
            throw new IllegalStateException("no");
        });
        TestNode c = world.node("c", 4, failing);
        world.job("G.one", "overlap", "skip", "retry", Map.of("attempts", 2, "delay", "20s"));
        ask(c, "first");
        c.work();

        ask(b, "second");

        assertThat(state("first")).isEqualTo(TaskState.QUEUED);
        assertThat(words("second")).isEqualTo("SKIPPED(OVERLAP)");
    }

    @Test
    void the_death_of_the_holder_lets_the_waiting_one_start() {
        world.job("G.one", "overlap", "queue");
        ask(b, "first");
        ask(a, "second");

        b.crash();
        world.pass(Duration.ofSeconds(8));
        world.settle();

        assertThat(words("first")).isEqualTo("LOST");
        assertThat(words("second")).isEqualTo("SUCCEEDED");
    }

    private void ask(TestNode node, String request) {
        world.clock.advance(Duration.ofMillis(10));
        node.core.desk().work().run().run(JobKey.parse("G.one"), Optional.empty(), Optional.of(request));
        node.steps.doAll();
        world.alive().forEach(TestNode::take);
    }

    private TaskRow row(String request) {
        return world.row(io.baton.domain.task.TaskId.parse("G.one@r-" + request));
    }

    private TaskState state(String request) {
        return row(request).state();
    }

    private String words(String request) {
        return row(request)
                .story()
                .end()
                .map(e -> e.words())
                .orElse(state(request).name());
    }
}
