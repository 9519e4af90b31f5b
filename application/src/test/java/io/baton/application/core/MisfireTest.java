package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.task.MissedRange;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of due times that nobody claimed. */
class MisfireTest {
    private final World world = new World();
    private final Script script = Script.noop();

    @Test
    void due_times_that_nobody_claimed_are_fired_by_the_sweep() {
        TestNode a = world.node("a", 4, script);
        world.job("G.tick", "schedule", World.every("10s"));

        world.pass(Duration.ofSeconds(35)); // its triggers never fire: only the sweep sees the due times
        a.take();
        a.work();

        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void of_due_times_missed_for_long_the_latest_is_fired_and_the_others_are_one_summary_row() {
        assertThat(afterAnHourAsleep("fire-once")).containsExactly("SKIPPED(MISFIRE)", "SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void due_times_missed_for_long_are_skipped_in_one_row_if_the_job_says_so() {
        assertThat(afterAnHourAsleep("skip")).containsExactly("SKIPPED(MISFIRE)", "SUCCEEDED");
    }

    @Test
    void due_times_missed_for_long_are_all_fired_if_the_job_says_so() {
        assertThat(afterAnHourAsleep("fire-all")).hasSize(6).containsOnly("SUCCEEDED");
    }

    @Test
    void of_due_times_missed_for_long_the_latest_hundred_are_fired_and_the_older_ones_are_one_summary_row() {
        TestNode a = world.node("a", 16, script);
        world.job("G.often", "schedule", World.every("1m"), "misfire", "fire-all");
        world.clock.advance(Duration.ofHours(2).minusSeconds(1));
        a.beat();
        world.pass(Duration.ofSeconds(1));
        a.take();
        a.work();

        // Missed are the minutes 1 to 118: the last one is a minute old, which is not more than the threshold.
        Instant summedUp = World.START.plus(Duration.ofMinutes(18));
        assertThat(a.found).containsExactly("118 FIRE_ALL");
        List<TaskRow> rows = world.rowsOf("G.often");
        assertThat(rows.stream().flatMap(row -> row.story().end().flatMap(MissedRange::of).stream()))
                .containsExactly(new MissedRange(18, World.START.plus(Duration.ofMinutes(1)), summedUp));
        assertThat(rows.stream()
                        .filter(row -> row.story().end().orElseThrow().words().equals("SUCCEEDED"))
                        .map(row -> row.terms().scheduledAt()))
                .hasSize(100 + 1)
                .allMatch(due -> due.isAfter(summedUp));
    }

    @Test
    void due_times_left_to_the_misfire_policy_are_told_once_with_the_policy() {
        assertThat(afterAnHourAsleep("skip")).isNotEmpty();
        world.pass(Duration.ofSeconds(10));

        assertThat(world.nodes.get(0).found).containsExactly("5 SKIP");
    }

    @Test
    void due_times_that_are_a_little_late_are_no_misfires() {
        TestNode a = world.node("a", 16, script);
        world.job("G.slow", "schedule", World.every("10m"), "misfire", "fire-all");
        world.clock.advance(Duration.ofMinutes(10).plusSeconds(30));
        a.beat();
        world.pass(Duration.ofSeconds(10));

        assertThat(world.endings("G.slow")).isNotEmpty();
        assertThat(a.found).isEmpty();
    }

    /** Due every ten minutes; asleep for an hour; the last due time is the only one that is not misfired. */
    private List<String> afterAnHourAsleep(String policy) {
        TestNode a = world.node("a", 16, script);
        world.job("G.slow", "schedule", World.every("10m"), "misfire", policy);
        world.clock.advance(Duration.ofMinutes(60).minusSeconds(1));
        a.beat();
        world.pass(Duration.ofSeconds(10));
        a.take();
        a.work();
        return world.endings("G.slow");
    }
}
