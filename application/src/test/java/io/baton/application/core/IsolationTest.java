package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.task.TaskRow;
import org.junit.jupiter.api.Test;

/** M8: what goes wrong in one task stays there, and its record says everything. */
class IsolationTest {
    private final World world = new World();
    private final Script script = new Script()
            .method("bean.run", context -> {})
            .method("bean.mute", context -> {
                throw new MuteException();
            })
            .method("bean.deep", context -> {
                throw deep(100_000);
            })
            .method("bean.error", context -> {
                throw new StackOverflowError("too deep");
            })
            .method("bean.exception", context -> {
                throw new java.io.IOException("no paper", new IllegalStateException("tray 2"));
            });

    @Test
    void a_task_that_throws_anything_harms_no_other() {
        world.node("a", 4, script);
        world.job("G.a-error", "target", "bean.error", "schedule", World.every("10s"));
        world.job("G.b-exception", "target", "bean.exception", "schedule", World.every("10s"));
        world.job("G.c-good", "schedule", World.every("10s"));

        for (int round = 0; round < 2; round++) {
            world.toNextDueTime();
            world.settle();
        }

        assertThat(world.endings("G.a-error")).containsExactly("FAILED", "FAILED");
        assertThat(world.endings("G.b-exception")).containsExactly("FAILED", "FAILED");
        assertThat(world.endings("G.c-good")).containsExactly("SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void an_exception_that_cannot_be_printed_ends_its_run_too() {
        world.node("a", 4, script);
        world.job("G.deep", "target", "bean.deep", "schedule", World.every("10s"));
        world.job("G.mute", "target", "bean.mute", "schedule", World.every("10s"));
        world.toNextDueTime();

        world.settle();

        assertThat(error("G.mute")).contains(MuteException.class.getName(), "cannot be written");
        assertThat(error("G.deep")).startsWith("java.lang.IllegalStateException");
        assertThat(world.nodes.get(0).core.life().idle()).isTrue();
    }

    @Test
    void a_target_that_is_refused_since_its_job_was_saved_is_not_called() {
        world.node("a", 4, script);
        world.job("G.gone", "schedule", World.every("10s"));
        script.refuse("bean.run");
        world.toNextDueTime();

        world.settle();

        assertThat(world.endings("G.gone")).containsExactly("FAILED(NO_TARGET)");
        assertThat(error("G.gone")).contains("unknown target bean.run");
        assertThat(script.calls).isEmpty();
    }

    private String error(String job) {
        return world.rowsOf(job).get(0).story().end().orElseThrow().error();
    }

    private static Exception deep(int causes) {
        Exception thrown = new IllegalStateException("innermost");
        for (int i = 0; i < causes; i++) {
            thrown = new IllegalStateException("outer", thrown);
        }
        return thrown;
    }

    /** Even its message throws. */
    private static final class MuteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    @Test
    void the_record_says_when_where_how_long_and_how_it_ended_with_the_stack_trace() {
        TestNode node = world.node("a", 4, script);
        world.job("G.bad", "target", "bean.exception", "schedule", World.every("10s"));
        world.toNextDueTime();

        world.settle();

        TaskRow row = world.rowsOf("G.bad").get(0);
        assertThat(row.terms().scheduledAt()).isEqualTo(World.START.plusSeconds(10));
        assertThat(row.standing().owner()).contains(node.self());
        assertThat(row.story().claimedBy()).isEqualTo(node.self());
        assertThat(row.story().startedAt()).contains(world.clock.instant());
        assertThat(row.story().finishedAt()).contains(world.clock.instant());
        assertThat(row.story().end().orElseThrow().error())
                .contains("java.io.IOException: no paper", "Caused by: java.lang.IllegalStateException: tray 2", "at ");
    }
}
