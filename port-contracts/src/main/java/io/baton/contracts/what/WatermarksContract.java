package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.Watermarks.Step;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code Watermarks}: every due time is seen to, once. */
public abstract class WatermarksContract extends WhatContract {
    @Test
    void X1_a_job_that_was_never_swept_has_the_epoch() {
        JobKey key = JobKey.parse("DEMO.never");

        assertThat(first().watermarks().read(List.of(key))).isEqualTo(Map.of(key, Instant.EPOCH));
    }

    @Test
    void X1_a_watermark_is_advanced_for_every_client() {
        Job job = saved("DEMO.mark", Jobs.plain());
        Instant to = now();

        first().watermarks().sweep(List.of(step(job, Instant.EPOCH, to)), token());

        assertThat(read(job)).isEqualTo(to);
    }

    @Test
    void X1_keys_that_differ_in_case_have_a_watermark_each() {
        Job upper = saved("DEMO.Case", Jobs.plain());
        Job lower = saved("DEMO.case", Jobs.plain());
        Instant to = now();

        first().watermarks().sweep(List.of(step(upper, Instant.EPOCH, to)), token());

        assertThat(read(upper)).isEqualTo(to);
        assertThat(read(lower)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void X1_of_many_sweepers_one_advances_and_inserts() {
        Job job = saved("DEMO.sweepers", Jobs.plain());
        Instant due = now().minusSeconds(60);
        List<Claim> claims = List.of(Rows.queued(job, due, ANNA), Rows.queued(job, due.plusSeconds(1), ANNA));

        List<List<List<TaskRow>>> inserted = Rivals.run(
                6,
                rival -> (rival % 2 == 0 ? first() : second())
                        .watermarks()
                        .sweep(List.of(new Step(job.key(), Instant.EPOCH, due.plusSeconds(2), claims)), token()));

        assertThat(inserted.stream().flatMap(List::stream).flatMap(List::stream).map(TaskRow::id))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(read(job)).isEqualTo(due.plusSeconds(2));
    }

    @Test
    void X2_missing_rows_are_inserted_and_those_that_are_there_stay_as_they_are() {
        Job job = saved("DEMO.missing", Jobs.plain());
        Instant due = now().minusSeconds(60);
        TaskRow there = running(job, due);
        Claim absent = Rows.queued(job, due.plusSeconds(1), BERT);
        Claim summary = Rows.misfired(job, due.plusSeconds(2), BERT);

        List<List<TaskRow>> inserted = first().watermarks()
                .sweep(
                        List.of(new Step(
                                job.key(),
                                Instant.EPOCH,
                                due.plusSeconds(5),
                                List.of(Rows.queued(job, due, BERT), absent, summary))),
                        token());

        assertThat(inserted).hasSize(1);
        assertThat(inserted.get(0))
                .extracting(TaskRow::id)
                .containsExactlyInAnyOrder(
                        absent.rows().get(0).id(), summary.rows().get(0).id());
        assertThat(found(there.id())).isEqualTo(there);
        assertThat(end(summary.rows().get(0).id())).contains(Ending.of(Outcome.SKIPPED, Reason.MISFIRE));
        assertThat(inserted.get(0))
                .allSatisfy(row -> assertThat(found(row.id())).isEqualTo(row));
    }

    @Test
    void X2_a_step_with_a_claim_of_a_definition_that_is_not_in_force_does_nothing() {
        Job old = saved("DEMO.old", Jobs.plain());
        second().jobs().save(old.key(), Jobs.calling("demo.other"), true, old.version());
        stores().pass(Duration.ofSeconds(60));
        Instant due = now().minusSeconds(10);
        Claim claim = Rows.queued(old, due, ANNA);

        List<List<TaskRow>> inserted =
                first().watermarks().sweep(List.of(new Step(old.key(), Instant.EPOCH, now(), List.of(claim))), token());

        assertThat(inserted).containsExactly(List.of());
        assertThat(read(old)).isEqualTo(Instant.EPOCH);
        assertThat(first().history().find(claim.rows().get(0).id())).isEmpty();
    }

    @Test
    void X3_a_sweep_that_expects_another_watermark_changes_nothing() {
        Job job = saved("DEMO.expects", Jobs.plain());
        Instant due = now().minusSeconds(60);
        first().watermarks().sweep(List.of(step(job, Instant.EPOCH, due)), token());
        Claim claim = Rows.queued(job, due.plusSeconds(1), ANNA);

        List<List<TaskRow>> inserted = second().watermarks()
                .sweep(
                        List.of(
                                new Step(job.key(), due.minusSeconds(1), due.plusSeconds(2), List.of(claim)),
                                new Step(job.key(), Instant.EPOCH, due.plusSeconds(2), List.of(claim))),
                        token());

        assertThat(inserted).containsExactly(List.of(), List.of());
        assertThat(read(job)).isEqualTo(due);
        assertThat(first().history().find(claim.rows().get(0).id())).isEmpty();
    }

    @Test
    void X3_a_stale_step_of_a_batch_harms_no_other() {
        Job stale = saved("DEMO.stale", Jobs.plain());
        Job fresh = saved("DEMO.fresh", Jobs.plain());
        Instant due = now().minusSeconds(60);

        List<List<TaskRow>> inserted = first().watermarks()
                .sweep(
                        List.of(
                                new Step(stale.key(), due, due.plusSeconds(1), List.of()),
                                new Step(
                                        fresh.key(),
                                        Instant.EPOCH,
                                        due.plusSeconds(1),
                                        List.of(Rows.queued(fresh, due, ANNA)))),
                        token());

        assertThat(inserted.get(0)).isEmpty();
        assertThat(inserted.get(1)).hasSize(1);
        assertThat(read(stale)).isEqualTo(Instant.EPOCH);
        assertThat(read(fresh)).isEqualTo(due.plusSeconds(1));
    }

    @Test
    void X2_missing_names_the_tasks_that_are_not_in_the_ledger() {
        Job job = saved("DEMO.asked", Jobs.plain());
        Instant due = now().minusSeconds(60);
        TaskRow there = queued(job, due);
        List<TaskId> asked = IntStream.range(0, 1200)
                .mapToObj(i ->
                        Rows.queued(job, due.plusMillis(i), ANNA).rows().get(0).id())
                .toList();

        assertThat(second().watermarks().missing(asked)).hasSize(1199).doesNotContain(there.id());
        assertThat(second().watermarks().missing(List.of())).isEmpty();
    }

    private Step step(Job job, Instant expected, Instant to) {
        return new Step(job.key(), expected, to, List.of());
    }

    private Instant read(Job job) {
        return second().watermarks().read(List.of(job.key())).getOrDefault(job.key(), Instant.MAX);
    }
}
