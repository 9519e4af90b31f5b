package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.port.TaskLedger.Drop;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.port.TaskLedger.Move;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code TaskLedger.move} and {@code TaskLedger.drop}: what befalls tasks that have not started. */
public abstract class MoveAndDropContract extends WhatContract {
    private static final Ending SKIPPED = Ending.of(Outcome.SKIPPED, Reason.NODE_GONE);

    @Test
    void G4_a_moved_task_has_its_new_owner_one_fence_more_and_a_message_under_way() {
        TaskRow queued = queued(saved("DEMO.move", Jobs.plain()), now());
        stores().pass(Duration.ofSeconds(9));
        Instant before = now();

        List<TaskRow> moved = first().ledger().move(List.of(new Move(queued.id(), queued.fence(), BERT)), token());

        assertThat(moved).containsExactly(found(queued.id()));
        assertThat(moved.get(0).state()).isEqualTo(TaskState.QUEUED);
        assertThat(moved.get(0).standing().owner()).contains(BERT);
        assertThat(moved.get(0).fence()).isEqualTo(queued.fence() + 1);
        assertThat(moved.get(0).standing().times().sentAt().orElseThrow()).isBetween(before, now());
        assertThat(start(queued).verdict()).isEqualTo(StartVerdict.STALE);
    }

    @Test
    void G4_a_task_sent_again_to_the_same_owner_has_a_new_fence_too() {
        TaskRow queued = queued(saved("DEMO.resend", Jobs.plain()), now());

        List<TaskRow> moved = first().ledger().move(List.of(new Move(queued.id(), queued.fence(), ANNA)), token());

        assertThat(moved).extracting(TaskRow::fence).containsExactly(queued.fence() + 1);
    }

    @Test
    void G4_what_runs_is_unknown_or_has_another_fence_does_not_move() {
        Job job = saved("DEMO.stay", Jobs.plain());
        TaskRow running = running(job, now());
        TaskRow queued = won(Rows.byHand(job, "r1", now(), ANNA));
        TaskRow unknown = Rows.byHand(job, "unknown", now(), ANNA).rows().get(0);

        List<TaskRow> moved = first().ledger()
                .move(
                        List.of(
                                new Move(running.id(), running.fence(), BERT),
                                new Move(unknown.id(), 1, BERT),
                                new Move(queued.id(), 9, BERT)),
                        token());

        assertThat(moved).isEmpty();
        assertThat(found(running.id())).isEqualTo(running);
        assertThat(found(queued.id())).isEqualTo(queued);
    }

    @Test
    void G4_of_two_that_move_a_task_one_does() {
        TaskRow queued = queued(saved("DEMO.moverace", Jobs.plain()), now());

        List<List<TaskRow>> moved = Rivals.run(
                4,
                rival -> (rival % 2 == 0 ? first() : second())
                        .ledger()
                        .move(List.of(new Move(queued.id(), queued.fence(), BERT)), token()));

        assertThat(moved.stream().flatMap(List::stream)).hasSize(1);
    }

    @Test
    void G5_a_dropped_task_ends_without_having_started() {
        TaskRow queued = queued(saved("DEMO.drop", Jobs.plain()), now());

        FinishReply reply = drop(queued);

        assertThat(reply.row()).contains(found(queued.id()));
        assertThat(found(queued.id()).state()).isEqualTo(TaskState.DONE);
        assertThat(end(queued.id())).contains(SKIPPED);
        assertThat(found(queued.id()).story().startedAt()).isEmpty();
        assertThat(found(queued.id()).story().finishedAt()).isPresent();
        assertThat(start(queued).verdict()).isEqualTo(StartVerdict.STALE);
    }

    @Test
    void G5_what_has_started_ended_or_moved_is_not_dropped() {
        Job job = saved("DEMO.nodrop", Jobs.plain());
        TaskRow queued = queued(job, now());
        TaskRow running = started(queued);
        TaskRow other = won(Rows.byHand(job, "r1", now(), ANNA));
        TaskRow moved = first().ledger()
                .move(List.of(new Move(other.id(), other.fence(), BERT)), token())
                .get(0);

        List<FinishReply> replies = first().ledger()
                .drop(
                        List.of(
                                new Drop(running.id(), running.fence(), SKIPPED),
                                new Drop(other.id(), other.fence(), SKIPPED)),
                        ANNA);

        assertThat(replies).extracting(FinishReply::late).containsExactly(true, true);
        assertThat(found(running.id())).isEqualTo(running);
        assertThat(found(other.id())).isEqualTo(moved);
        assertThat(first().history().attempts(running.id())).isEmpty();
    }

    @Test
    void G8_of_a_batch_of_drops_each_is_answered_for_itself() {
        Job job = saved("DEMO.drops", Jobs.plain());
        TaskRow queued = queued(job, now());
        TaskRow other = won(Rows.byHand(job, "r1", now(), ANNA));

        List<FinishReply> replies = first().ledger()
                .drop(
                        List.of(
                                new Drop(queued.id(), 5, SKIPPED),
                                new Drop(other.id(), other.fence(), SKIPPED),
                                new Drop(other.id(), other.fence(), SKIPPED)),
                        ANNA);

        assertThat(replies).extracting(FinishReply::late).containsExactly(true, false, true);
    }

    private FinishReply drop(TaskRow row) {
        return first().ledger()
                .drop(List.of(new Drop(row.id(), row.fence(), SKIPPED)), ANNA)
                .get(0);
    }
}
