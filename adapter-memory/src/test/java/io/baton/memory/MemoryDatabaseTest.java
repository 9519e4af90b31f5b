package io.baton.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.what.Jobs;
import io.baton.contracts.what.Rows;
import io.baton.contracts.what.WhatClient;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.Overlap;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.LedgerRecovery.Lost;
import io.baton.domain.port.TaskHistory.Cursor;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.Watermarks.Step;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ports of the database do that this module relies on beside their contracts. */
final class MemoryDatabaseTest {
    private static final WriteToken TOKEN = new WriteToken("t");
    private static final Incarnation ANNA = Incarnation.parse("anna/a1");
    private static final Incarnation BERT = Incarnation.parse("bert/b1");
    private static final Incarnation ANNA_AGAIN = Incarnation.parse("anna/a2");

    private final MemoryWhatStores stores = new MemoryWhatStores();
    private final WhatClient client = stores.first();

    private Job saved(String name, JobSpec spec) {
        return client.jobs().save(JobKey.parse(name), spec, true, 0).job().orElseThrow();
    }

    private TaskRow claimed(Claim claim) {
        return client.ledger().claim(List.of(claim), TOKEN).get(0).rows().get(0);
    }

    private Instant now() {
        return client.recovery().now();
    }

    @Test
    void an_at_least_once_task_of_a_dead_node_is_queued_again_with_its_lost_attempt_kept() {
        Job job = saved("DEMO.again", Jobs.with(Overlap.ALLOW, Delivery.AT_LEAST_ONCE));
        TaskRow running = claimed(Rows.running(job, now(), ANNA));

        List<TaskRow> again =
                client.recovery().recover(List.of(new Lost(running.id(), running.fence())), BERT, Reason.NONE);

        assertThat(again).hasSize(1);
        assertThat(again.get(0).state()).isEqualTo(TaskState.QUEUED);
        assertThat(again.get(0).fence()).isEqualTo(running.fence() + 1);
        assertThat(again.get(0).standing().turn()).isEqualTo(new TaskRow.Turn(2, 1));
        assertThat(client.history().attempts(running.id()).get(0).span().end().outcome())
                .isEqualTo(Outcome.LOST);
        assertThat(client.recovery().unsent(now(), 10)).containsExactlyElementsOf(again);
        assertThat(client.recovery().recover(List.of(new Lost(running.id(), running.fence())), BERT, Reason.NONE))
                .isEmpty();
    }

    @Test
    void a_parent_is_settled_when_all_of_its_children_have_ended() {
        Job job = saved("DEMO.shards", Jobs.sharded(Overlap.ALLOW, 2));
        List<TaskRow> rows = client.ledger()
                .claim(List.of(Rows.spread(job, now(), List.of(ANNA, ANNA))), TOKEN)
                .get(0)
                .rows();
        List<Ending> ends = List.of(Ending.of(Outcome.SUCCEEDED), Ending.of(Outcome.SKIPPED, Reason.NODE_GONE));
        for (int n = 0; n < 2; n++) {
            client.recovery().settle(BERT, 100);
            assertThat(client.history().find(rows.get(0).id()).orElseThrow().state())
                    .isEqualTo(TaskState.SPREAD);
            TaskRow child = rows.get(n + 1);
            client.ledger()
                    .drop(
                            List.of(new io.baton.domain.port.TaskLedger.Drop(child.id(), child.fence(), ends.get(n))),
                            ANNA);
        }

        client.recovery().settle(BERT, 100);

        assertThat(client.history().find(rows.get(0).id()).orElseThrow().story().end())
                .contains(Ending.of(Outcome.FAILED));
    }

    @Test
    void a_sweep_with_an_old_watermark_changes_nothing() {
        Job job = saved("DEMO.swept", Jobs.plain());
        Instant due = now();
        List<Claim> claims = List.of(Rows.queued(job, due, ANNA));

        assertThat(client.watermarks().read(List.of(job.key()))).containsEntry(job.key(), Instant.EPOCH);
        assertThat(client.watermarks()
                        .sweep(List.of(new Step(job.key(), due, due, claims)), TOKEN)
                        .get(0))
                .isEmpty();
        assertThat(client.watermarks()
                        .missing(List.of(claims.get(0).rows().get(0).id())))
                .hasSize(1);
        assertThat(client.watermarks()
                        .sweep(List.of(new Step(job.key(), Instant.EPOCH, due, claims)), TOKEN)
                        .get(0))
                .hasSize(1);
        assertThat(client.watermarks().read(List.of(job.key()))).containsEntry(job.key(), due);
    }

    @Test
    void a_task_is_purged_only_when_no_sweep_looks_at_its_due_time_again() {
        Job job = saved("DEMO.purged", Jobs.plain());
        TaskRow row = claimed(Rows.running(job, now(), ANNA));
        client.ledger()
                .finish(List.of(
                        new Finish(row.id(), row.fence(), ANNA, Ending.of(Outcome.SUCCEEDED), Optional.empty())));
        stores.pass(Duration.ofDays(31));

        assertThat(client.recovery().purge(now(), 10)).isZero();
        client.watermarks().sweep(List.of(new Step(job.key(), Instant.EPOCH, now(), List.of())), TOKEN);
        assertThat(client.recovery().purge(now(), 10)).isEqualTo(1);
        assertThat(client.history().find(row.id())).isEmpty();
    }

    @Test
    void pages_of_a_search_follow_each_other_without_gap_or_repetition() {
        Job job = saved("DEMO.pages", Jobs.plain());
        Instant due = now().minusSeconds(100);
        for (int n = 0; n < 25; n++) {
            claimed(Rows.byHand(job, "r" + n, due.plusSeconds(n / 5), ANNA));
        }
        List<TaskRow> seen = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        for (int page = 0; page < 4; page++) {
            List<TaskRow> rows = client.history().search(new Query(Filter.ALL, cursor, 7));
            seen.addAll(rows);
            TaskRow last = rows.get(rows.size() - 1);
            cursor = Optional.of(new Cursor(last.terms().scheduledAt(), last.id()));
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(client.history().search(new Query(Filter.ALL, cursor, 7))).isEmpty();
    }

    @Test
    void a_deleted_job_made_again_continues_its_versions() {
        Job first = saved("DEMO.reborn", Jobs.plain());
        client.jobs().delete(first.key());

        assertThat(client.jobs().find(first.key())).isEmpty();
        assertThat(saved("DEMO.reborn", Jobs.plain()).version()).isGreaterThan(first.version() + 1);
        assertThat(client.jobs()
                        .save(first.key(), Jobs.plain(), true, first.version())
                        .conflict())
                .isTrue();
    }

    @Test
    void the_witness_refuses_a_node_id_until_its_holder_is_gone_from_both_sides() {
        Duration timeout = Duration.ofSeconds(30);
        client.witness().enrol(ANNA, timeout);

        assertThat(stores.second().witness().enrol(ANNA_AGAIN, timeout)).contains(ANNA);
        stores.die(client);
        assertThat(stores.second().witness().enrol(ANNA_AGAIN, timeout)).contains(ANNA);
        stores.pass(timeout);
        assertThat(stores.second().witness().enrol(ANNA_AGAIN, timeout)).isEmpty();
        assertThat(client.witness().seen(ANNA).present()).isFalse();
        assertThat(client.witness().sightings().all()).hasSize(1);
    }
}
