package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.what.Jobs;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Schedule;
import io.baton.domain.port.JobRepository.Everything;
import io.baton.domain.port.JobRepository.SaveReply;
import io.baton.domain.port.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J7 and J8: what users write into the table {@code job} by SQL. */
abstract class JobRowsTest {
    private static final JobKey KEY = JobKey.parse("SQL.job");

    private TestDatabase test;
    private Database database;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        test = database();
        database = Database.open(test.settings());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void J8_name_target_and_one_schedule_column_are_a_job() {
        Instant before = database.recovery().now();
        test.sql(
                "INSERT INTO job (name, target, cron) VALUES ('SQL.cron', 'demo.run(1)', '0 * * * * ?')",
                "INSERT INTO job (name, target, every_ms) VALUES ('SQL.every', 'demo.run', 5000)",
                "INSERT INTO job (name, target, once_at) VALUES ('SQL.once', 'demo.run', 1893456000000)",
                "INSERT INTO job (name, target, manual_only) VALUES ('SQL.manual', 'demo.run', TRUE)");

        Map<JobKey, Long> stamps = Jobs.stamps(database.jobs());
        Everything all = database.jobs().all();

        assertThat(stamps).hasSize(4).containsEntry(JobKey.parse("SQL.cron"), 1L);
        assertThat(all.unreadable()).isEmpty();
        assertThat(all.jobs()).hasSize(4).allSatisfy(job -> {
            assertThat(job.enabled()).isTrue();
            assertThat(job.version()).isEqualTo(1);
            assertThat(job.revision().effectiveFrom())
                    .isBetween(before, database.recovery().now());
            assertThat(job.rules().overlap()).isEqualTo(Overlap.ALLOW);
            assertThat(job.rules().delivery()).isEqualTo(Delivery.AT_MOST_ONCE);
            assertThat(database.jobs().find(job.key())).contains(job);
        });
    }

    @Test
    void J8_a_single_due_time_that_passed_before_anybody_looked_belongs_to_the_job() {
        long now = database.recovery().now().toEpochMilli();
        long passed = now - 60_000;
        test.sql(
                "INSERT INTO job (name, target, once_at) VALUES ('SQL.passed', 'demo.run', " + passed + ")",
                "INSERT INTO job (name, target, once_at) VALUES ('SQL.old', 'demo.run', " + (now - 1_300_000) + ")",
                "INSERT INTO job (name, target, once_at) VALUES ('SQL.job', 'demo.run', " + (now + 60_000) + ")");

        assertThat(effective("SQL.passed")).isEqualTo(Instant.ofEpochMilli(passed));
        assertThat(effective("SQL.old")).isAfterOrEqualTo(Instant.ofEpochMilli(now));
        assertThat(effective("SQL.job")).isAfterOrEqualTo(Instant.ofEpochMilli(now));

        test.sql("UPDATE job SET once_at = " + passed + ", version = version + 1 WHERE name = 'SQL.job'");

        assertThat(effective("SQL.job"))
                .as("what was due before a change is the earlier version's")
                .isAfterOrEqualTo(Instant.ofEpochMilli(now));

        test.sql(
                "DELETE FROM job WHERE name = 'SQL.job'",
                "INSERT INTO job (name, target, once_at) VALUES ('SQL.job', 'demo.run', " + passed + ")");

        assertThat(effective("SQL.job"))
                .as("a row inserted again is a new one")
                .isEqualTo(Instant.ofEpochMilli(passed));
    }

    private Instant effective(String job) {
        return database.jobs().find(JobKey.parse(job)).orElseThrow().revision().effectiveFrom();
    }

    @Test
    void J8_the_anchor_of_an_interval_is_kept_from_the_first_look_on() {
        test.sql("INSERT INTO job (name, target, every_ms) VALUES ('SQL.job', 'demo.run', 5000)");

        Schedule first = found().schedule();

        assertThat(first).isEqualTo(found().schedule());
        assertThat(((Schedule.Every) first).anchor()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(((Schedule.Every) first).interval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void J8_a_change_by_SQL_is_a_version_of_its_own_from_when_it_is_noticed() {
        Job saved = saved();
        test.sql("UPDATE job SET target = 'demo.changed', overlap = 'Queue' WHERE name = 'SQL.job'");
        Instant before = database.recovery().now();

        Job changed = found();

        assertThat(changed.version()).isEqualTo(saved.version() + 1);
        assertThat(changed.revision().effectiveFrom()).isAfterOrEqualTo(before);
        assertThat(changed.spec().work().target().method()).isEqualTo("changed");
        assertThat(changed.rules().overlap()).isEqualTo(Overlap.QUEUE);
        assertThat(found()).isEqualTo(changed);
    }

    @Test
    void J8_a_change_by_SQL_that_raises_the_version_keeps_that_number() {
        saved();
        test.sql("UPDATE job SET enabled = FALSE, version = 7 WHERE name = 'SQL.job'");

        assertThat(Jobs.stamps(database.jobs())).containsEntry(KEY, 7L);
        assertThat(found().version()).isEqualTo(7);
        assertThat(found().enabled()).isFalse();
    }

    @Test
    void J3_a_save_that_did_not_see_a_change_by_SQL_is_a_conflict() {
        Job saved = saved();
        test.sql("UPDATE job SET title = 'by hand' WHERE name = 'SQL.job'");

        SaveReply reply = database.jobs().save(KEY, Jobs.calling("demo.other"), true, saved.version());

        assertThat(reply.conflict()).isTrue();
        assertThat(reply.job().orElseThrow().spec().about().title()).isEqualTo("by hand");
    }

    @Test
    void J4_a_job_deleted_by_SQL_continues_its_versions_too() {
        Job saved = saved();
        test.sql("DELETE FROM job WHERE name = 'SQL.job'");
        assertThat(database.jobs().find(KEY)).isEmpty();

        assertThat(saved().version()).isEqualTo(saved.version() + 1);
    }

    @Test
    void J7_a_row_that_cannot_be_read_is_reported_and_harms_no_other() {
        Job good = saved();
        test.sql(
                "INSERT INTO job (name, target, cron) VALUES ('BAD.target', 'demo.run(', '0 * * * * ?')",
                "INSERT INTO job (name, target) VALUES ('BAD.schedule', 'demo.run')",
                "INSERT INTO job (name, target, cron, every_ms) VALUES ('BAD.two', 'demo.run', '0 * * * * ?', 5)",
                "INSERT INTO job (name, target, cron, zone) VALUES ('BAD.zone', 'demo.run', '0 * * * * ?', 'Mars')",
                "INSERT INTO job (name, target, manual_only, overlap) VALUES ('BAD.word', 'demo.run', TRUE, 'x')",
                "INSERT INTO job (name, target, manual_only, data) VALUES ('BAD.data', 'demo.run', TRUE, '{a')",
                "INSERT INTO job (name, target, manual_only, retry_attempts) VALUES ('BAD.retry', 'demo.run', TRUE, 0)",
                "INSERT INTO job (name, target, manual_only) VALUES ('nogroup', 'demo.run', TRUE)",
                "INSERT INTO job (name, target, manual_only) VALUES ('a b.c!', 'demo.run', TRUE)");

        Everything all = database.jobs().all();

        assertThat(all.jobs()).containsExactly(good);
        assertThat(all.unreadable().keySet())
                .extracting(JobKey::toString)
                .containsExactlyInAnyOrder(
                        "BAD.target",
                        "BAD.schedule",
                        "BAD.two",
                        "BAD.zone",
                        "BAD.word",
                        "BAD.data",
                        "BAD.retry",
                        "DEFAULT.nogroup",
                        "a_b.c_");
        assertThat(all.unreadable().get(JobKey.parse("BAD.zone")))
                .contains("zone")
                .contains("Mars");
        assertThat(all.unreadable().get(JobKey.parse("BAD.word"))).contains("overlap 'x' is none of [allow, queue");
        assertThat(all.unreadable().get(JobKey.parse("DEFAULT.nogroup"))).contains("write 'DEFAULT.nogroup'");
        assertThat(Jobs.stamps(database.jobs())).hasSize(10);
    }

    @Test
    void J7_finding_an_unreadable_job_says_why_and_saving_repairs_it() {
        test.sql("INSERT INTO job (name, target) VALUES ('SQL.job', 'demo.run')");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.jobs().find(KEY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("it must be one");

        assertThat(database.jobs().save(KEY, Jobs.plain(), true, 1).conflict()).isFalse();
        assertThat(found().version()).isEqualTo(2);
    }

    @Test
    void J8_an_interval_that_a_user_changes_begins_anew_at_the_change() {
        test.sql("INSERT INTO job (name, target, every_ms, anchor) VALUES ('SQL.job', 'demo.run', 60000, 1000)");
        assertThat(((Schedule.Every) found().schedule()).anchor()).isEqualTo(Instant.ofEpochMilli(1000));

        test.sql("UPDATE job SET every_ms = 30000 WHERE name = 'SQL.job'");
        assertThat(((Schedule.Every) found().schedule()).anchor())
                .isEqualTo(found().revision().effectiveFrom());

        test.sql("UPDATE job SET every_ms = 20000, anchor = 2000 WHERE name = 'SQL.job'");
        assertThat(((Schedule.Every) found().schedule()).anchor()).isEqualTo(Instant.ofEpochMilli(2000));

        test.sql("UPDATE job SET title = 'x' WHERE name = 'SQL.job'");
        assertThat(((Schedule.Every) found().schedule()).anchor()).isEqualTo(Instant.ofEpochMilli(2000));
    }

    @Test
    void J8_the_data_of_a_row_may_be_null() {
        test.sql("INSERT INTO job (name, target, manual_only) VALUES ('SQL.job', 'demo.run', TRUE)");

        assertThat(found().spec().work().data().text()).isEqualTo("{}");
        assertThat(database.jobs().enable(KEY, false).orElseThrow().version()).isEqualTo(2);
    }

    private Job saved() {
        return database.jobs().save(KEY, Jobs.plain(), true, 0).job().orElseThrow();
    }

    private Job found() {
        return database.jobs().find(KEY).orElseThrow();
    }
}
