package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** M7.1: a node compares its jobs with the table's when it starts, and not only by and by. */
class JobsAtStartTest {
    private final World world = new World();

    @Test
    void a_node_fires_the_jobs_of_the_table_from_its_start_on() {
        world.node("a", 4, Script.noop());
        world.job("G.tick", "schedule", World.every("10s"));
        TestNode late = world.node("b", 4, Script.noop());

        world.toNextDueTime();

        assertThat(late.fire()).isEqualTo(1);
    }
}
