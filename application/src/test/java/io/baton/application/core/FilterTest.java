package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLock.Reply;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M1 and the ledger's law: what stops a firing before the ledger is asked, and what does not. */
class FilterTest {
    private static final FiringId FIRST =
            FiringId.scheduled(JobKey.parse("G.tick"), World.START.plus(Duration.ofSeconds(10)));

    private final World world = new World();
    private final Script script = Script.noop();

    /** Each of two nodes may be one second off and still claim. */
    @Test
    void the_filter_remembers_a_firing_for_longer_than_clocks_may_differ() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        world.job("G.tick", "schedule", World.every("10s"));
        world.toNextDueTime();

        a.fire();
        world.clock.advance(Duration.ofSeconds(2));

        assertThat(b.where.lock().claim(List.of(FIRST), b.self(), Duration.ofSeconds(1)))
                .containsExactly(Reply.HELD_BY_ANOTHER);
    }

    @Test
    void a_filter_that_does_not_answer_leaves_it_to_the_ledger() {
        world.filters = filter -> (firings, by, lasting) -> {
            throw new StoreException("TaskLock", "claim", "down");
        };
        TestNode a = world.node("a", 4, script);
        world.job("G.tick", "schedule", World.every("10s"));
        world.toNextDueTime();

        a.fire();

        assertThat(world.rowsOf("G.tick"))
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(TaskState.RUNNING));
    }

    @Test
    void a_node_whose_clock_is_off_by_more_than_a_second_claims_nothing() {
        TestNode right = world.node("a", 4, script);
        world.clocks = own -> Clock.offset(own, Duration.ofMillis(-1_001));
        TestNode behind = world.node("b", 4, script);
        world.job("G.tick", "schedule", World.every("10s"));
        world.toNextDueTime();

        behind.fire();
        assertThat(world.rows()).isEmpty();

        right.fire();
        assertThat(world.rowsOf("G.tick")).hasSize(1);
    }
}
