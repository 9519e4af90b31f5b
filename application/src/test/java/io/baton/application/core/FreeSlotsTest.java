package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.util.Optional;
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
}
