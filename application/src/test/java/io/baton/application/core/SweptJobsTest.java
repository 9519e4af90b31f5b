package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.Watermarks;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sweep looks at a job when a due time of it has come, and leaves a million others alone. */
class SweptJobsTest {
    private static final JobKey OFTEN = JobKey.parse("G.often");
    private static final JobKey SELDOM = JobKey.parse("G.seldom");

    private final World world = new World();
    private final List<Told> told = new ArrayList<>();

    @Test
    void a_job_without_a_due_time_is_read_once_and_its_watermark_is_left_alone() {
        TestNode node = nodeThatTells();
        world.job("G.often", "schedule", World.every("10s"));
        world.job("G.seldom", "schedule", World.every("10d"));
        told.forEach(Told::forget);

        fired(node, Duration.ofMinutes(5));

        assertThat(count("read", SELDOM)).isEqualTo(1);
        assertThat(count("missing", SELDOM)).isZero();
        assertThat(count("sweep", SELDOM)).isZero();
        assertThat(count("missing", OFTEN)).isBetween(29, 30);
        // Once a minute, as far as its due times come.
        assertThat(count("sweep", OFTEN)).isBetween(4, 6);
    }

    @Test
    void the_watermark_passes_the_last_due_time_of_a_job_a_minute_later() {
        TestNode node = nodeThatTells();
        world.job("G.often", "schedule", Map.of("every", "10s", "until", "2026-11-22T12:02:10Z"));
        Instant last = World.START.plusSeconds(130);

        fired(node, Duration.ofSeconds(132));
        assertThat(watermark(OFTEN)).isBefore(last);
        fired(node, Duration.ofSeconds(70));

        assertThat(watermark(OFTEN)).isAfterOrEqualTo(last);
        told.forEach(Told::forget);
        fired(node, Duration.ofMinutes(5));
        assertThat(count("sweep", OFTEN)).isZero();
    }

    @Test
    void a_job_that_was_edited_is_looked_at_by_its_new_schedule_and_the_watermark_passes_its_edit() {
        TestNode node = nodeThatTells();
        world.job("G.seldom", "schedule", World.every("10d"));
        fired(node, Duration.ofSeconds(20));
        node.core
                .desk()
                .work()
                .jobs()
                .update(
                        SELDOM,
                        Map.of("name", "G.seldom", "target", "bean.run", "schedule", World.every("10s")),
                        Optional.empty());
        Instant edited = world.clock.instant();

        world.pass(Duration.ofSeconds(15)); // nobody fires

        assertThat(world.rowsOf("G.seldom")).hasSize(1);
        assertThat(watermark(SELDOM)).isAfterOrEqualTo(edited);
    }

    @Test
    void what_another_master_swept_meanwhile_is_learned_anew() {
        TestNode node = nodeThatTells();
        world.job("G.often", "schedule", World.every("10s"));
        fired(node, Duration.ofSeconds(5));
        Watermarks others = world.database.connect().watermarks();
        Instant ahead = world.clock.instant();
        others.sweep(
                List.of(new Watermarks.Step(OFTEN, watermark(OFTEN), ahead, List.of())), new WriteToken("other-1"));

        world.pass(Duration.ofSeconds(20)); // nobody fires

        assertThat(world.rowsOf("G.often")).hasSizeBetween(1, 2);
    }

    /** All at once they would need memory that nobody reckoned with: 50,000 rows took a driver half a gigabyte. */
    @Test
    void many_due_times_are_entered_in_pieces_and_all_of_them() {
        nodeThatTells();
        eightHundredDueAtOnce();

        world.pass(Duration.ofSeconds(70)); // nobody fires

        assertThat(world.rows()).extracting(TaskRow::job).hasSize(800).doesNotHaveDuplicates();
        assertThat(told.get(0).heaviest).isBetween(900, 1000);
    }

    @Test
    void the_shards_of_a_firing_count_as_the_rows_that_they_are() {
        nodeThatTells();
        for (int i = 0; i < 20; i++) {
            world.job(
                    "G.once-" + i,
                    "schedule",
                    Map.of("once", World.START.plusSeconds(60).toString()),
                    "placement",
                    Map.of("shards", 100));
        }

        world.pass(Duration.ofSeconds(70)); // nobody fires

        assertThat(told.get(0).heaviest).isBetween(1000, 1102);
    }

    @Test
    void what_a_failing_sweep_had_not_entered_yet_is_entered_by_the_next() {
        nodeThatTells();
        eightHundredDueAtOnce();
        world.pass(Duration.ofSeconds(50));
        told.get(0).failing = 2;

        world.pass(Duration.ofSeconds(30)); // nobody fires

        assertThat(told.get(0).failing).isZero();
        assertThat(world.rows()).extracting(TaskRow::job).hasSize(800).doesNotHaveDuplicates();
    }

    private void eightHundredDueAtOnce() {
        Map<String, Object> once = Map.of("once", World.START.plusSeconds(60).toString());
        for (int i = 0; i < 800; i++) {
            world.job("G.once-" + i, "schedule", once);
        }
    }

    private TestNode nodeThatTells() {
        world.watermarks = store -> {
            Told teller = new Told(store);
            told.add(teller);
            return teller;
        };
        return world.node("a", 4, Script.noop());
    }

    /** Time in which due times are fired. */
    private void fired(TestNode node, Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            world.pass(Duration.ofSeconds(1));
            node.fire();
        }
    }

    private Instant watermark(JobKey job) {
        return world.database.connect().watermarks().read(List.of(job)).getOrDefault(job, Instant.EPOCH);
    }

    private int count(String call, JobKey job) {
        return told.stream().mapToInt(one -> one.count(call + " " + job)).sum();
    }

    /** Watermarks that write down for which jobs they were asked what. */
    private static final class Told implements Watermarks {
        private final Watermarks store;
        private final List<String> calls = new ArrayList<>();
        /** Rows of the call that had most. */
        private int heaviest;
        /** The sweep with that number from now on fails; 0 = none. */
        private int failing;

        Told(Watermarks store) {
            this.store = store;
        }

        void forget() {
            calls.clear();
        }

        int count(String call) {
            return (int) calls.stream().filter(call::equals).count();
        }

        @Override
        public Map<JobKey, Instant> read(List<JobKey> jobs) {
            jobs.forEach(job -> calls.add("read " + job));
            return store.read(jobs);
        }

        @Override
        public Set<TaskId> missing(List<TaskId> tasks) {
            tasks.forEach(task -> calls.add("missing " + task.job()));
            return store.missing(tasks);
        }

        @Override
        public List<List<TaskRow>> sweep(List<Step> steps, WriteToken token) {
            if (failing > 0 && --failing == 0) {
                throw new StoreException("Watermarks", "sweep", new IllegalStateException("as the test wants it"));
            }
            steps.forEach(step -> calls.add("sweep " + step.job()));
            int rows = steps.size()
                    + steps.stream()
                            .flatMap(step -> step.claims().stream())
                            .mapToInt(claim -> claim.rows().size())
                            .sum();
            heaviest = Math.max(heaviest, rows);
            return store.sweep(steps, token);
        }
    }
}
