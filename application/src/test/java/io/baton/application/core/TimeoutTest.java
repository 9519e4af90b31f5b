package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run at its deadline is interrupted, and recorded as TIMED_OUT when its thread has returned. */
class TimeoutTest {
    private final World world = new World();
    private final List<String> seen = new ArrayList<>();

    @Test
    void a_run_is_interrupted_at_its_deadline_and_recorded_when_its_thread_returns() {
        world.node("a", 4, ignoringItsDeadline());
        world.job("G.slow", "schedule", World.every("10s"), "timeout", "5s");
        world.toNextDueTime();

        world.settle();

        assertThat(seen).containsExactly("before: false RUNNING", "at the deadline: true RUNNING");
        assertThat(world.endings("G.slow")).containsExactly("TIMED_OUT");
        TaskRow row = world.rowsOf("G.slow").get(0);
        assertThat(Duration.between(
                        row.story().startedAt().orElseThrow(),
                        row.story().finishedAt().orElseThrow()))
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_run_that_ends_before_its_deadline_is_not_interrupted_later() {
        TestNode node = world.node("a", 4, Script.noop());
        world.job("G.quick", "schedule", World.every("10s"), "timeout", "5s");
        world.toNextDueTime();

        world.settle();
        world.clock.advance(Duration.ofSeconds(6));
        node.steps.doAll();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(world.endings("G.quick")).containsExactly("SUCCEEDED");
    }

    /** Looks 4 s and 7 s after its start, and never asks whether somebody wants its end. */
    private Script ignoringItsDeadline() {
        return new Script().method("bean.run", context -> {
            look("before", Duration.ofSeconds(4));
            look("at the deadline", Duration.ofSeconds(3));
        });
    }

    private void look(String when, Duration after) {
        world.clock.advance(after);
        world.nodes.get(0).steps.doAll();
        TaskState state = world.rowsOf("G.slow").get(0).state();
        seen.add(when + ": " + Thread.currentThread().isInterrupted() + " " + state);
    }
}
