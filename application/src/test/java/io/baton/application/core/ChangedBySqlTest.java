package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.port.JobRepository;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row of the job table that was changed by SQL: every node fires by it within 60 s, within 5 s if its version was raised. */
class ChangedBySqlTest {
    private static final JobKey TICK = JobKey.parse("G.tick");

    private final World world = new World();
    private final Script script = Script.noop();
    private boolean editTheRow;

    @Test
    void without_a_new_version_it_is_seen_by_the_comparison_of_every_minute() {
        world.jobs = Edited::new;
        TestNode node = nodeWithAJobThatIsNotDue();

        editTheRow = true;
        live(node, Duration.ofSeconds(59));
        assertThat(script.calls).isEmpty();
        live(node, Duration.ofSeconds(2));

        assertThat(script.calls).contains("G.tick@" + world.clock.millis() + " attempt 1");
        assertThat(world.endings("G.tick")).containsOnly("SUCCEEDED");
    }

    @Test
    void with_a_new_version_it_is_seen_within_five_seconds() {
        TestNode node = nodeWithAJobThatIsNotDue();
        JobRepository past = world.database.connect().jobs();
        Job row = past.find(TICK).orElseThrow();

        past.save(TICK, everySecond(row.spec()), true, row.version());
        live(node, Duration.ofSeconds(5));

        assertThat(script.calls).contains("G.tick@" + world.clock.millis() + " attempt 1");
    }

    /** Ends just after a comparison: the next one is a minute away. */
    private TestNode nodeWithAJobThatIsNotDue() {
        TestNode node = world.node("a", 4, script);
        world.job("G.tick", "schedule", World.every("10d"));
        live(node, Duration.ofMinutes(2));
        return node;
    }

    private static JobSpec everySecond(JobSpec was) {
        Schedule schedule = new Schedule.Every(Duration.ofSeconds(1), World.START, Window.ALWAYS);
        return new JobSpec(was.about(), was.work(), schedule, was.placement(), was.rules());
    }

    /** Time in which the node takes each step of its life as often as it says, to the second, and fires what is due. */
    private void live(TestNode node, Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            world.clock.advance(Duration.ofSeconds(1));
            long age = Duration.between(World.START, world.clock.instant()).toSeconds();
            node.core.life().cycles(rival -> {}).stream()
                    .filter(cycle -> age % Math.max(1, cycle.pause().toSeconds()) == 0)
                    .forEach(cycle -> cycle.step().run());
            world.settle();
        }
    }

    /** Jobs as the database has them: a row that was changed past Baton shows its old version until somebody reads the row. */
    private final class Edited extends JobsThrough {
        Edited(JobRepository store) {
            super(store);
        }

        @Override
        public Everything some(List<JobKey> keys) {
            if (editTheRow && keys.contains(TICK)) {
                editTheRow = false;
                Job row = super.find(TICK).orElseThrow();
                save(TICK, everySecond(row.spec()), true, row.version());
            }
            return super.some(keys);
        }
    }
}
