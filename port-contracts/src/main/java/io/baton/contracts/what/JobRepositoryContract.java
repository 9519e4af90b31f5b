package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.port.JobRepository.SaveReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code JobRepository}, but for the clauses on what users do by SQL (J7, J8), which are the SQL adapter's own. */
public abstract class JobRepositoryContract extends WhatContract {
    @Test
    void J1_a_job_is_found_again_equal_in_every_field() {
        List<JobSpec> specs = List.of(
                Jobs.plain(),
                Jobs.full(),
                Jobs.scheduled(new Schedule.Every(
                        Duration.ofMillis(12_345), Instant.parse("2026-05-06T07:08:09.123Z"), Window.ALWAYS)),
                Jobs.scheduled(new Schedule.Once(Instant.parse("2036-05-06T07:08:09.123Z"))));
        for (int i = 0; i < specs.size(); i++) {
            Job job = saved("DEMO.field" + i, specs.get(i));

            assertThat(job.spec()).isEqualTo(specs.get(i));
            assertThat(second().jobs().find(job.key())).contains(job);
        }
    }

    @Test
    void J2_every_change_raises_the_version_from_1_and_takes_effect_from_the_stores_now() {
        Instant before = now();
        Job one = saved("DEMO.version", Jobs.plain());
        assertThat(one.version()).isEqualTo(1);
        assertThat(one.revision().effectiveFrom()).isBetween(before, now());
        stores().pass(Duration.ofMinutes(1));

        Job two = save(one, Jobs.calling("demo.other"), true, 1).job().orElseThrow();
        Job three = second().jobs().enable(one.key(), false).orElseThrow();

        assertThat(two.version()).isEqualTo(2);
        assertThat(two.revision().effectiveFrom())
                .isAfterOrEqualTo(one.revision().effectiveFrom().plusSeconds(60));
        assertThat(three.version()).isEqualTo(3);
        assertThat(three.enabled()).isFalse();
        assertThat(three.spec()).isEqualTo(two.spec());
        assertThat(first().jobs().find(one.key())).contains(three);
    }

    @Test
    void J2_saving_or_enabling_what_is_there_already_changes_nothing() {
        Job job = saved("DEMO.same", Jobs.full());
        stores().pass(Duration.ofMinutes(1));

        SaveReply again = save(job, Jobs.full(), true, 1);

        assertThat(again).isEqualTo(new SaveReply(java.util.Optional.of(job), false));
        assertThat(second().jobs().enable(job.key(), true)).contains(job);
        assertThat(second().jobs().find(job.key())).contains(job);
    }

    @Test
    void J3_a_save_that_is_based_on_another_version_changes_nothing_and_says_so() {
        Job one = saved("DEMO.based", Jobs.plain());
        Job two = save(one, Jobs.calling("demo.two"), true, 1).job().orElseThrow();

        SaveReply late = save(one, Jobs.calling("demo.three"), true, 1);
        SaveReply created = save(one, Jobs.calling("demo.four"), true, 0);
        SaveReply unknown = first().jobs().save(JobKey.parse("DEMO.unknown"), Jobs.plain(), true, 5);

        assertThat(late).isEqualTo(new SaveReply(java.util.Optional.of(two), true));
        assertThat(created).isEqualTo(new SaveReply(java.util.Optional.of(two), true));
        assertThat(unknown).isEqualTo(new SaveReply(java.util.Optional.empty(), true));
        assertThat(second().jobs().find(one.key())).contains(two);
    }

    @Test
    void J3_of_many_who_create_or_change_a_job_one_does() {
        JobKey key = JobKey.parse("DEMO.creators");
        for (long based = 0; based < 2; based++) {
            long version = based;
            List<SaveReply> replies = Rivals.run(
                    6,
                    rival -> (rival % 2 == 0 ? first() : second())
                            .jobs()
                            .save(key, Jobs.calling("demo.v" + version + "r" + rival), true, version));

            assertThat(replies).filteredOn(reply -> !reply.conflict()).hasSize(1);
            assertThat(second().jobs().find(key).orElseThrow().version()).isEqualTo(version + 1);
        }
    }

    @Test
    void J3_deleting_what_was_changed_meanwhile_changes_nothing() {
        Job job = saved("DEMO.guarded", Jobs.plain());
        Job changed = save(job, Jobs.calling("demo.changed"), true, job.version())
                .job()
                .orElseThrow();

        assertThat(second().jobs().delete(job.key(), job.version())).isFalse();
        assertThat(first().jobs().find(job.key())).contains(changed);

        assertThat(second().jobs().delete(job.key(), changed.version())).isTrue();
        assertThat(first().jobs().find(job.key())).isEmpty();
        assertThat(second().jobs().delete(job.key(), changed.version())).isFalse();
    }

    @Test
    void J4_a_deleted_job_is_not_found_and_one_made_again_continues_its_versions() {
        Job job = saved("DEMO.again", Jobs.plain());

        assertThat(second().jobs().delete(job.key())).isTrue();
        assertThat(second().jobs().delete(job.key())).isFalse();

        assertThat(first().jobs().find(job.key())).isEmpty();
        assertThat(first().jobs().enable(job.key(), true)).isEmpty();
        assertThat(Jobs.stamps(first().jobs())).isEmpty();
        assertThat(first().jobs().all().jobs()).isEmpty();
        assertThat(first().jobs().some(List.of(job.key())).jobs()).isEmpty();
        assertThat(save(job, Jobs.plain(), true, 1).conflict()).isTrue();
        assertThat(saved("DEMO.again", Jobs.plain()).version()).isGreaterThan(2);
    }

    @Test
    void J5_keys_that_differ_in_case_only_are_two_jobs() {
        Job upper = saved("DEMO.Greet", Jobs.calling("demo.upper"));
        Job lower = saved("DEMO.greet", Jobs.calling("demo.lower"));
        Job group = saved("demo.greet", Jobs.calling("demo.group"));

        first().jobs().delete(group.key());

        assertThat(second().jobs().find(upper.key())).contains(upper);
        assertThat(second().jobs().find(lower.key())).contains(lower);
        assertThat(second().jobs().find(group.key())).isEmpty();
        assertThat(second().jobs().all().jobs()).containsExactlyInAnyOrder(upper, lower);
    }

    @Test
    void J9_every_change_and_nothing_else_changes_the_fingerprint() {
        List<String> seen = new ArrayList<>();
        seen.add(first().jobs().fingerprint());
        Job one = saved("DEMO.print", Jobs.plain());
        seen.add(first().jobs().fingerprint());
        stores().pass(Duration.ofSeconds(1));
        saved("DEMO.other", Jobs.plain());
        seen.add(first().jobs().fingerprint());
        save(one, Jobs.calling("demo.other"), true, 1);
        seen.add(first().jobs().fingerprint());
        second().jobs().enable(one.key(), false);
        seen.add(first().jobs().fingerprint());
        second().jobs().delete(one.key());
        seen.add(first().jobs().fingerprint());
        stores().pass(Duration.ofSeconds(1));
        saved("DEMO.print", Jobs.plain());
        seen.add(first().jobs().fingerprint());

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(second().jobs().fingerprint()).isEqualTo(seen.get(6));
    }

    @Test
    void J6_stamps_hold_the_version_of_every_job() {
        Map<JobKey, Long> expected = new java.util.HashMap<>();
        IntStream.range(0, 30)
                .forEach(i -> expected.put(saved("DEMO.stamp" + i, Jobs.plain()).key(), 1L));
        JobKey changed = JobKey.parse("DEMO.stamp7");
        first().jobs().enable(changed, false);
        expected.put(changed, 2L);

        assertThat(Jobs.stamps(second().jobs())).isEqualTo(expected);
        assertThat(second().jobs().all().jobs()).hasSize(30);
        assertThat(second().jobs().all().unreadable()).isEmpty();
    }

    @Test
    void J6_some_are_those_that_were_asked_for_and_are_there() {
        Job one = saved("DEMO.some1", Jobs.plain());
        saved("DEMO.some2", Jobs.plain());
        Job three = saved("DEMO.some3", Jobs.full());

        assertThat(second().jobs()
                        .some(List.of(three.key(), JobKey.parse("DEMO.none"), one.key()))
                        .jobs())
                .containsExactlyInAnyOrder(one, three);
        assertThat(second().jobs().some(List.of()).jobs()).isEmpty();
    }

    private SaveReply save(Job job, JobSpec spec, boolean enabled, long basedOn) {
        return first().jobs().save(job.key(), spec, enabled, basedOn);
    }
}
