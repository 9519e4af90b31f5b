package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Delivery;
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
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G6: jobs that forbid overlap, with firings of one task. */
public abstract class ExclusiveContract extends WhatContract {
    @Test
    void G6_a_second_firing_waits_and_is_promoted_by_the_finish_of_the_first() {
        Job job = job("DEMO.queue", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        TaskRow holder = running(job, due);
        TaskRow waiter = queued(job, due.plusSeconds(1));

        StartReply waits = start(waiter);

        assertThat(waits.verdict()).isEqualTo(StartVerdict.WAITS);
        assertThat(waits.row()).contains(found(waiter.id()));
        assertThat(found(waiter.id()).state()).isEqualTo(TaskState.WAITING);
        assertThat(found(waiter.id()).standing().owner()).isEmpty();
        FinishReply finished = finish(holder, SUCCESS);
        assertThat(finished.promoted()).containsExactly(found(waiter.id()));
        TaskRow promoted = finished.promoted().get(0);
        assertThat(promoted.state()).isEqualTo(TaskState.QUEUED);
        assertThat(promoted.standing().owner()).contains(ANNA);
        assertThat(promoted.fence()).isGreaterThan(waiter.fence());
        assertThat(promoted.standing().times().sentAt()).isPresent();
        assertThat(start(promoted).verdict()).isEqualTo(StartVerdict.STARTED);
    }

    @Test
    void G6_later_firings_join_the_one_that_waits() {
        Job job = job("DEMO.join", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        running(job, due);
        start(queued(job, due.plusSeconds(1)));
        TaskRow third = queued(job, due.plusSeconds(2));

        assertThat(start(third).verdict()).isEqualTo(StartVerdict.SKIPPED);
        assertThat(end(third.id())).contains(Ending.of(Outcome.SKIPPED, Reason.JOINED));
    }

    @Test
    void G6_a_job_that_skips_overlaps_skips_while_another_firing_runs() {
        Job job = job("DEMO.skip", Overlap.SKIP);
        Instant due = now().minusSeconds(10);
        TaskRow holder = running(job, due);
        TaskRow overlapping = queued(job, due.plusSeconds(1));

        assertThat(start(overlapping).verdict()).isEqualTo(StartVerdict.SKIPPED);
        assertThat(end(overlapping.id())).contains(Ending.of(Outcome.SKIPPED, Reason.OVERLAP));
        finish(holder, FAILURE);
        assertThat(start(queued(job, due.plusSeconds(2))).verdict()).isEqualTo(StartVerdict.STARTED);
    }

    @Test
    void G6_a_job_that_replaces_marks_the_running_firing_and_supersedes_older_waiters() {
        Job job = job("DEMO.replace", Overlap.REPLACE);
        Instant due = now().minusSeconds(10);
        TaskRow holder = running(job, due);
        TaskRow second = queued(job, due.plusSeconds(1));
        TaskRow third = queued(job, due.plusSeconds(2));

        StartReply reply = start(second);
        start(third);

        assertThat(reply.verdict()).isEqualTo(StartVerdict.WAITS);
        assertThat(reply.toCancel()).contains(holder.id().firing());
        assertThat(second().history().unwanted(ANNA)).containsExactly(holder.id());
        assertThat(end(second.id())).contains(Ending.of(Outcome.SKIPPED, Reason.SUPERSEDED));
        assertThat(finish(holder, Ending.of(Outcome.CANCELLED)).promoted())
                .extracting(TaskRow::id)
                .containsExactly(third.id());
    }

    @Test
    void G6_a_firing_older_than_the_last_started_is_superseded() {
        Job job = job("DEMO.older", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        finish(running(job, due.plusSeconds(5)), SUCCESS);
        TaskRow older = queued(job, due);

        assertThat(start(older).verdict()).isEqualTo(StartVerdict.SKIPPED);
        assertThat(end(older.id())).contains(Ending.of(Outcome.SKIPPED, Reason.SUPERSEDED));
    }

    @Test
    void G6_the_context_fence_is_the_jobs_own_and_grows_from_firing_to_firing() {
        Job job = job("DEMO.jobfence", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        StartReply one = start(queued(job, due));
        finish(one.row().orElseThrow(), SUCCESS);
        StartReply two = start(queued(job, due.plusSeconds(1)));

        assertThat(one.contextFence()).isPositive();
        assertThat(two.contextFence()).isGreaterThan(one.contextFence());
    }

    @Test
    void G6_a_late_finish_frees_nothing() {
        Job job = job("DEMO.late", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        TaskRow one = running(job, due);
        finish(one, SUCCESS);
        TaskRow two = running(job, due.plusSeconds(1));
        TaskRow three = queued(job, due.plusSeconds(2));
        start(three);

        assertThat(finish(one, SUCCESS).promoted()).isEmpty();
        assertThat(found(three.id()).state()).isEqualTo(TaskState.WAITING);
        assertThat(finish(two, SUCCESS).promoted()).hasSize(1);
    }

    @Test
    void G6_the_drop_of_what_waits_leaves_the_holder_alone() {
        Job job = job("DEMO.dropwaiter", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        TaskRow holder = running(job, due);
        TaskRow waiting = start(queued(job, due.plusSeconds(1))).row().orElseThrow();

        FinishReply dropped = first().ledger()
                .drop(
                        List.of(new Drop(waiting.id(), waiting.fence(), Ending.of(Outcome.CANCELLED, Reason.BY_HAND))),
                        ANNA)
                .get(0);

        assertThat(dropped.late()).isFalse();
        assertThat(start(queued(job, due.plusSeconds(2))).verdict()).isEqualTo(StartVerdict.WAITS);
        assertThat(finish(holder, SUCCESS).late()).isFalse();
    }

    @Test
    void G7_the_exclusive_row_stays_with_a_firing_that_is_tried_again() {
        Job job = job("DEMO.retry", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        StartReply one = start(queued(job, due));
        FinishReply failed = finish(one.row().orElseThrow(), FAILURE, Optional.of(Duration.ofSeconds(30)));
        TaskRow rival = queued(job, due.plusSeconds(1));

        assertThat(failed.promoted()).isEmpty();
        assertThat(start(rival).verdict()).isEqualTo(StartVerdict.WAITS);
        stores().pass(Duration.ofSeconds(31));
        StartReply again = start(failed.row().orElseThrow());
        assertThat(again.verdict()).isEqualTo(StartVerdict.STARTED);
        assertThat(again.contextFence()).isEqualTo(one.contextFence());
        assertThat(finish(again.row().orElseThrow(), SUCCESS).promoted())
                .extracting(TaskRow::id)
                .containsExactly(rival.id());
    }

    @Test
    void G6_a_retry_that_is_dropped_frees_the_exclusive_row() {
        Job job = job("DEMO.dropretry", Overlap.QUEUE);
        Instant due = now().minusSeconds(10);
        TaskRow retry = finish(running(job, due), FAILURE, Optional.of(Duration.ofSeconds(30)))
                .row()
                .orElseThrow();
        TaskRow rival = queued(job, due.plusSeconds(1));
        start(rival);

        FinishReply dropped = first().ledger()
                .drop(List.of(new Drop(retry.id(), retry.fence(), Ending.of(Outcome.CANCELLED, Reason.BY_HAND))), BERT)
                .get(0);

        assertThat(dropped.promoted()).extracting(TaskRow::id).containsExactly(rival.id());
        assertThat(dropped.promoted().get(0).standing().owner()).contains(BERT);
    }

    @Test
    void G6_of_many_rival_firings_one_runs() {
        for (Overlap overlap : List.of(Overlap.QUEUE, Overlap.SKIP, Overlap.REPLACE)) {
            Job job = job("DEMO.race" + overlap, overlap);
            Instant due = now().minusSeconds(10);
            List<TaskId> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tasks.add(queued(job, due.plusMillis(i)).id());
            }

            List<StartReply> replies = Rivals.run(
                    8,
                    rival -> (rival % 2 == 0 ? first() : second())
                            .ledger()
                            .start(
                                    List.of(new StartRequest(tasks.get(rival), 1)),
                                    rival % 2 == 0 ? ANNA : BERT,
                                    token())
                            .get(0));

            assertThat(replies)
                    .filteredOn(reply -> reply.verdict() == StartVerdict.STARTED)
                    .as("starts with " + overlap)
                    .hasSize(1);
        }
    }

    @Test
    void G6_in_one_batch_one_firing_runs_one_waits_and_others_are_untouched() {
        Job job = job("DEMO.batch", Overlap.QUEUE);
        Job plain = saved("DEMO.plain", Jobs.plain());
        Instant due = now().minusSeconds(10);
        List<StartRequest> requests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            requests.add(new StartRequest(queued(job, due.plusMillis(i)).id(), 1));
            requests.add(new StartRequest(queued(plain, due.plusMillis(i)).id(), 1));
        }

        List<StartReply> replies = first().ledger().start(requests, ANNA, token());

        assertThat(replies)
                .extracting(StartReply::verdict)
                .containsExactly(
                        StartVerdict.STARTED,
                        StartVerdict.STARTED,
                        StartVerdict.WAITS,
                        StartVerdict.STARTED,
                        StartVerdict.SKIPPED,
                        StartVerdict.STARTED);
    }

    private Job job(String name, Overlap overlap) {
        return saved(name, Jobs.with(overlap, Delivery.AT_MOST_ONCE));
    }
}
