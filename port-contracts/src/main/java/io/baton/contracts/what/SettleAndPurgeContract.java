package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.Overlap;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.Watermarks.Step;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code LedgerRecovery}: parents, forgotten waiters, and the end of retention. */
public abstract class SettleAndPurgeContract extends WhatContract {
    @Test
    void V3_a_parent_ends_when_its_last_child_has_ended() {
        Job job = saved("DEMO.parent", Jobs.sharded(Overlap.ALLOW, 2));
        List<TaskRow> rows = claim(Rows.spread(job, now(), List.of(ANNA, BERT))).rows();
        TaskRow parent = rows.get(0);

        finish(started(rows.get(1)), SUCCESS);
        second().recovery().settle(BERT, 100);
        assertThat(found(parent.id()).state()).isEqualTo(TaskState.SPREAD);
        finish(started(rows.get(2)), SUCCESS);
        second().recovery().settle(BERT, 100);

        assertThat(found(parent.id()).state()).isEqualTo(TaskState.DONE);
        assertThat(end(parent.id())).contains(Ending.of(Outcome.SUCCEEDED));
        assertThat(found(parent.id()).story().finishedAt()).isPresent();
    }

    @Test
    void V3_a_parent_fails_if_one_of_its_children_did_anything_but_succeed() {
        Job job = saved("DEMO.failed", Jobs.sharded(Overlap.ALLOW, 2));
        List<TaskRow> rows = claim(Rows.spread(job, now(), List.of(ANNA, ANNA))).rows();
        finish(started(rows.get(1)), SUCCESS);
        finish(started(rows.get(2)), Ending.of(Outcome.TIMED_OUT));

        first().recovery().settle(BERT, 100);

        assertThat(end(rows.get(0).id()).orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void V3_settling_leaves_the_waiters_of_a_held_row_waiting() {
        Job job = saved("DEMO.waits", Jobs.with(Overlap.QUEUE, io.baton.domain.job.Delivery.AT_MOST_ONCE));
        Instant due = now().minusSeconds(10);
        running(job, due);
        TaskRow waiter = queued(job, due.plusSeconds(1));
        start(waiter);

        assertThat(first().recovery().settle(BERT, 100)).isEmpty();

        assertThat(found(waiter.id()).state()).isEqualTo(TaskState.WAITING);
    }

    @Test
    void V4_only_ended_tasks_of_before_the_instant_are_deleted_and_no_more_than_asked_for() {
        Job job = saved("DEMO.purge", Jobs.plain());
        TaskRow one = won(Rows.byHand(job, "r1", now(), ANNA));
        TaskRow two = won(Rows.byHand(job, "r2", now(), ANNA));
        TaskRow open = won(Rows.byHand(job, "r3", now(), ANNA));
        finish(started(one), FAILURE, java.util.Optional.of(Duration.ZERO))
                .row()
                .ifPresent(again -> finish(started(again), SUCCESS));
        finish(started(two), SUCCESS);
        stores().pass(Duration.ofSeconds(10));
        Instant limit = now();
        TaskRow young = won(Rows.byHand(job, "r4", now(), ANNA));
        finish(started(young), SUCCESS);

        assertThat(second().recovery().purge(limit, 1)).isEqualTo(1);
        assertThat(second().recovery().purge(limit, 100)).isEqualTo(1);
        assertThat(second().recovery().purge(limit, 100)).isZero();
        assertThat(first().history().find(one.id())).isEmpty();
        assertThat(first().history().attempts(one.id())).isEmpty();
        assertThat(found(open.id())).isEqualTo(open);
        assertThat(found(young.id()).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void V4_what_a_later_sweep_will_look_at_is_not_deleted() {
        Job job = saved("DEMO.sweep", Jobs.plain());
        Instant due = now().minusSeconds(100);
        Claim swept = Rows.queued(job, due, ANNA);
        Claim ahead = Rows.queued(job, due.plusSeconds(50), ANNA);
        finish(started(won(swept)), SUCCESS);
        finish(started(won(ahead)), SUCCESS);
        first().watermarks()
                .sweep(List.of(new Step(job.key(), Instant.EPOCH, due.plusSeconds(10), List.of())), token());
        stores().pass(Duration.ofDays(40));

        assertThat(second().recovery().purge(now(), 100)).isEqualTo(1);

        assertThat(first().history().find(swept.rows().get(0).id())).isEmpty();
        assertThat(first().history().find(ahead.rows().get(0).id())).isPresent();
    }
}
