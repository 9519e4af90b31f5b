package io.baton.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.jobs.JobCatalog;
import io.baton.application.sweep.Roster.Seen;
import io.baton.domain.job.About;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.target.InvocationTarget;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RosterTest {
    private static final Instant DUE = Instant.parse("2026-11-27T12:00:00Z");
    private static final int ALL = 1_000;

    private final JobCatalog catalog = new JobCatalog();
    private final Roster roster = new Roster(catalog);

    @Test
    void at_first_every_job_that_has_due_times_is_unknown() {
        catalog.put(once("b"));
        catalog.put(once("a"));
        catalog.put(job("paused", new Schedule.Once(DUE), false, 1));
        catalog.put(job("by-hand", new Schedule.Manual(), true, 1));

        roster.follow();

        assertThat(unknown(ALL)).containsExactly("a", "b");
        assertThat(taken(DUE)).isEmpty();
    }

    @Test
    void unknown_jobs_come_in_portions_until_all_are_known() {
        List.of("a", "b", "c").forEach(name -> catalog.put(once(name)));
        roster.follow();

        assertThat(unknown(2)).containsExactly("a", "b");
        assertThat(unknown(2)).containsExactly("a", "b");
        put("a", DUE);
        put("b", DUE);

        assertThat(unknown(2)).containsExactly("c");
    }

    @Test
    void only_what_has_to_be_looked_at_is_taken_and_it_is_unknown_until_it_is_put_back() {
        known("a", DUE);
        known("b", DUE.plusSeconds(1));
        known("never", Instant.MAX);

        assertThat(taken(DUE)).containsExactly("a");
        assertThat(unknown(ALL)).containsExactly("a");
        assertThat(roster.knows(key("a"))).isFalse();
        put("a", DUE.plusSeconds(5));

        assertThat(unknown(ALL)).isEmpty();
        assertThat(taken(DUE.plusSeconds(5))).containsExactly("a", "b");
    }

    @Test
    void of_too_many_that_are_due_the_earliest_are_taken_by_name() {
        known("a", DUE.plusSeconds(2));
        known("b", DUE.plusSeconds(1));
        known("c", DUE);

        assertThat(roster.take(DUE.plusSeconds(9), 2))
                .extracting(seen -> seen.job().name())
                .containsExactly("b", "c");
        assertThat(taken(DUE.plusSeconds(9))).containsExactly("a");
    }

    @Test
    void a_job_that_changed_is_unknown_again_and_one_that_is_gone_is_nowhere() {
        known("a", DUE);
        known("b", DUE);
        known("c", DUE);
        catalog.put(job("a", new Schedule.Once(DUE), true, 2));
        catalog.put(job("b", new Schedule.Once(DUE), false, 2));
        catalog.remove(key("c"));

        roster.follow();

        assertThat(unknown(ALL)).containsExactly("a");
        assertThat(taken(DUE)).isEmpty();
    }

    @Test
    void what_a_step_lost_is_learned_anew() {
        known("a", DUE);

        roster.lose(key("a"));

        assertThat(taken(DUE)).isEmpty();
        assertThat(unknown(ALL)).containsExactly("a");
    }

    @Test
    void after_forgetting_all_are_unknown() {
        known("a", DUE);
        catalog.put(once("b"));

        roster.forget();
        roster.follow();

        assertThat(taken(DUE)).isEmpty();
        assertThat(unknown(ALL)).containsExactly("a", "b");
    }

    private void known(String name, Instant look) {
        catalog.put(once(name));
        roster.follow();
        put(name, look);
    }

    private void put(String name, Instant look) {
        roster.put(new Seen(key(name), 1, Instant.EPOCH, Instant.EPOCH, false, look));
    }

    private List<String> unknown(int most) {
        return roster.unknown(most).stream().map(job -> job.key().name()).toList();
    }

    private List<String> taken(Instant until) {
        return roster.take(until, ALL).stream().map(seen -> seen.job().name()).toList();
    }

    private static Job once(String name) {
        return job(name, new Schedule.Once(DUE), true, 1);
    }

    private static Job job(String name, Schedule schedule, boolean enabled, long version) {
        JobSpec.Work work = new JobSpec.Work(InvocationTarget.parse("bean.run"), JsonText.EMPTY_OBJECT);
        JobSpec spec = new JobSpec(About.NOTHING, work, schedule, Placement.ANYWHERE, Rules.DEFAULT);
        return new Job(key(name), spec, enabled, new Job.Revision(version, Instant.EPOCH));
    }

    private static JobKey key(String name) {
        return new JobKey("G", name);
    }
}
