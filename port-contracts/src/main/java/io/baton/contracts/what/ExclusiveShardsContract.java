package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.Overlap;
import io.baton.domain.port.TaskLedger.Drop;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.port.TaskLedger.StartReply;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G6: jobs that forbid overlap, with firings of several tasks. */
public abstract class ExclusiveShardsContract extends WhatContract {
    private static final Ending GONE = Ending.of(Outcome.SKIPPED, Reason.NODE_GONE);

    @Test
    void G6_shards_of_one_firing_run_beside_each_other_and_the_last_to_end_frees_the_row() {
        Job job = saved("DEMO.shards", Jobs.sharded(Overlap.QUEUE, 3));
        Instant due = now().minusSeconds(10);
        List<TaskRow> one = children(Rows.spread(job, due, List.of(ANNA, ANNA, ANNA)));
        List<TaskRow> two = children(Rows.spread(job, due.plusSeconds(1), List.of(ANNA, ANNA, ANNA)));

        TaskRow first = started(one.get(0));
        TaskRow second = started(one.get(1));
        assertThat(startAll(two)).extracting(StartReply::verdict).containsOnly(StartVerdict.WAITS);
        assertThat(finish(first, SUCCESS).promoted()).isEmpty();
        assertThat(finish(second, SUCCESS).promoted()).isEmpty();
        TaskRow third = started(one.get(2));
        FinishReply last = finish(third, FAILURE);

        assertThat(last.promoted())
                .extracting(TaskRow::id)
                .containsExactlyInAnyOrderElementsOf(
                        two.stream().map(TaskRow::id).toList());
        assertThat(startAll(last.promoted())).extracting(StartReply::verdict).containsOnly(StartVerdict.STARTED);
    }

    @Test
    void G6_the_tasks_of_a_firing_share_the_jobs_fence() {
        Job job = saved("DEMO.sharedfence", Jobs.sharded(Overlap.SKIP, 2));

        List<StartReply> replies = startAll(children(Rows.spread(job, now().minusSeconds(1), List.of(ANNA, ANNA))));

        assertThat(replies).extracting(StartReply::verdict).containsOnly(StartVerdict.STARTED);
        assertThat(replies.get(0).contextFence()).isEqualTo(replies.get(1).contextFence());
    }

    @Test
    void G6_a_shard_that_ended_before_the_row_was_taken_is_not_counted() {
        Job job = saved("DEMO.early", Jobs.sharded(Overlap.QUEUE, 2));
        Instant due = now().minusSeconds(10);
        List<TaskRow> one = children(Rows.spread(job, due, List.of(ANNA, ANNA)));
        TaskRow waiter = children(Rows.spread(job, due.plusSeconds(1), List.of(ANNA, ANNA)))
                .get(0);
        drop(one.get(0));

        TaskRow running = started(one.get(1));
        start(waiter);

        assertThat(finish(running, SUCCESS).promoted()).extracting(TaskRow::id).containsExactly(waiter.id());
    }

    @Test
    void G6_when_a_firing_takes_the_row_its_tasks_that_wait_are_queued_for_they_would_wait_for_themselves() {
        Job job = saved("DEMO.itself", Jobs.sharded(Overlap.REPLACE, 2));
        Instant due = now().minusSeconds(10);
        List<TaskRow> one = children(Rows.spread(job, due, List.of(ANNA, ANNA)));
        List<TaskRow> two = children(Rows.spread(job, due.plusSeconds(1), List.of(ANNA, ANNA)));
        List<TaskRow> three = children(Rows.spread(job, due.plusSeconds(2), List.of(ANNA, ANNA)));
        List<TaskRow> running = List.of(started(one.get(0)), started(one.get(1)));
        assertThat(start(three.get(1)).verdict()).isEqualTo(StartVerdict.WAITS);
        assertThat(start(two.get(0)).verdict()).isEqualTo(StartVerdict.WAITS);
        finish(running.get(0), SUCCESS);
        assertThat(finish(running.get(1), SUCCESS).promoted())
                .extracting(TaskRow::id)
                .containsExactly(two.get(0).id());

        TaskRow first = started(three.get(0));

        TaskRow itsOther = second().history().find(three.get(1).id()).orElseThrow();
        assertThat(itsOther.state()).isEqualTo(TaskState.QUEUED);
        assertThat(itsOther.standing().times().sentAt()).isEmpty();
        assertThat(finish(first, SUCCESS).promoted()).isEmpty();
        finish(started(itsOther), SUCCESS);
        assertThat(start(children(Rows.spread(job, due.plusSeconds(3), List.of(ANNA, ANNA)))
                                .get(0))
                        .verdict())
                .isEqualTo(StartVerdict.STARTED);
    }

    @Test
    void G6_a_shard_that_is_dropped_while_others_run_counts_as_ended() {
        Job job = saved("DEMO.dropped", Jobs.sharded(Overlap.QUEUE, 2));
        Instant due = now().minusSeconds(10);
        List<TaskRow> one = children(Rows.spread(job, due, List.of(ANNA, ANNA)));
        TaskRow running = started(one.get(0));
        TaskRow waiter = children(Rows.spread(job, due.plusSeconds(1), List.of(ANNA, ANNA)))
                .get(0);
        start(waiter);

        assertThat(drop(one.get(1)).promoted()).isEmpty();
        assertThat(finish(running, SUCCESS).promoted()).hasSize(1);
    }

    @Test
    void G6_shards_that_finish_in_one_batch_free_the_row_once() {
        Job job = saved("DEMO.together", Jobs.sharded(Overlap.QUEUE, 2));
        Instant due = now().minusSeconds(10);
        List<TaskRow> one = startAll(children(Rows.spread(job, due, List.of(ANNA, ANNA)))).stream()
                .map(reply -> reply.row().orElseThrow())
                .toList();
        TaskRow waiter = children(Rows.spread(job, due.plusSeconds(1), List.of(ANNA, ANNA)))
                .get(0);
        start(waiter);

        List<FinishReply> replies = first().ledger()
                .finish(one.stream()
                        .map(row -> new io.baton.domain.port.TaskLedger.Finish(
                                row.id(), row.fence(), ANNA, SUCCESS, java.util.Optional.empty()))
                        .toList());

        assertThat(replies.stream().flatMap(reply -> reply.promoted().stream()).map(TaskRow::id))
                .containsExactly(waiter.id());
    }

    @Test
    void G6_a_replacing_firing_marks_every_running_shard_once() {
        Job job = saved("DEMO.replace", Jobs.sharded(Overlap.REPLACE, 2));
        Instant due = now().minusSeconds(10);
        List<TaskRow> one = children(Rows.spread(job, due, List.of(ANNA, ANNA)));
        startAll(one);
        List<TaskRow> two = children(Rows.spread(job, due.plusSeconds(1), List.of(ANNA, ANNA)));

        List<StartReply> replies = startAll(two);

        assertThat(replies).extracting(StartReply::verdict).containsOnly(StartVerdict.WAITS);
        assertThat(second().history().unwanted(ANNA))
                .containsExactlyInAnyOrder(one.get(0).id(), one.get(1).id());
        assertThat(two).allSatisfy(row -> assertThat(found(row.id()).state()).isEqualTo(TaskState.WAITING));
    }

    @Test
    void G6_a_broadcasts_child_that_waited_is_queued_on_its_own_node() {
        Job job = saved("DEMO.broadcast", Jobs.broadcast(Overlap.QUEUE));
        Instant due = now().minusSeconds(10);
        TaskRow holder = started(children(Rows.spread(job, due, List.of(ANNA))).get(0));
        TaskRow bound =
                children(Rows.spread(job, due.plusSeconds(1), List.of(BERT))).get(0);
        second().ledger().start(List.of(new StartRequest(bound.id(), bound.fence())), BERT, token());

        FinishReply finished = finish(holder, SUCCESS);

        assertThat(finished.promoted()).extracting(TaskRow::id).containsExactly(bound.id());
        assertThat(finished.promoted().get(0).standing().owner()).contains(BERT);
    }

    private List<TaskRow> children(io.baton.domain.port.TaskLedger.Claim claim) {
        List<TaskRow> rows = claim(claim).rows();
        return rows.subList(1, rows.size());
    }

    private List<StartReply> startAll(List<TaskRow> rows) {
        return first().ledger()
                .start(
                        rows.stream()
                                .map(row -> new StartRequest(row.id(), row.fence()))
                                .toList(),
                        ANNA,
                        token());
    }

    private FinishReply drop(TaskRow row) {
        return first().ledger()
                .drop(List.of(new Drop(row.id(), row.fence(), GONE)), ANNA)
                .get(0);
    }
}
