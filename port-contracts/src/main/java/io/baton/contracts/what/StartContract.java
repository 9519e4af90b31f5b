package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.port.TaskLedger.StartReply;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
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

/** {@code TaskLedger.start} of jobs that may overlap. */
public abstract class StartContract extends WhatContract {
    private static final StartReply STALE = new StartReply(StartVerdict.STALE, Optional.empty(), 0, Optional.empty());

    @Test
    void G2_a_started_task_is_answered_as_it_stands() {
        TaskRow queued = queued(saved("DEMO.start", Jobs.plain()), now().minusSeconds(1));
        Instant before = now();

        StartReply reply = start(queued);

        TaskRow row = reply.row().orElseThrow();
        assertThat(reply.verdict()).isEqualTo(StartVerdict.STARTED);
        assertThat(row).isEqualTo(found(queued.id()));
        assertThat(row.state()).isEqualTo(TaskState.RUNNING);
        assertThat(row.story().startedAt().orElseThrow()).isBetween(before, now());
        assertThat(reply.contextFence()).isEqualTo(row.fence());
        assertThat(reply.toCancel()).isEmpty();
    }

    @Test
    void G10_a_task_was_taken_when_its_node_says_by_the_stores_clock() {
        TaskRow queued = queued(saved("DEMO.taken", Jobs.plain()), now().minusSeconds(1));
        StartRequest request =
                new StartRequest(queued.id(), queued.fence(), Optional.of(Duration.ofNanos(250_700_000)));

        TaskRow row = first().ledger()
                .start(List.of(request), ANNA, token())
                .get(0)
                .row()
                .orElseThrow();

        Instant started = row.story().startedAt().orElseThrow();
        assertThat(row.story().takenAt()).contains(started.minusMillis(250));
        assertThat(row).isEqualTo(found(queued.id()));

        TaskRow retry = finish(row, FAILURE, Optional.of(Duration.ZERO)).row().orElseThrow();

        assertThat(retry.story().takenAt()).isEmpty();
        assertThat(start(retry).row().orElseThrow().story().takenAt())
                .as("no message brought it")
                .isEmpty();
        assertThat(found(queued.id()).story().takenAt()).isEmpty();
    }

    @Test
    void G3_a_task_that_is_not_due_by_the_stores_clock_does_not_start() {
        TaskRow queued = queued(saved("DEMO.due", Jobs.plain()), now().minusSeconds(1));
        TaskRow retry = finish(started(queued), FAILURE, Optional.of(Duration.ofMinutes(1)))
                .row()
                .orElseThrow();

        assertThat(start(retry)).isEqualTo(STALE);
        stores().pass(Duration.ofSeconds(61));
        assertThat(start(retry).verdict()).isEqualTo(StartVerdict.STARTED);
    }

    @Test
    void G3_a_task_of_a_deleted_job_is_skipped() {
        Job job = saved("DEMO.deleted", Jobs.plain());
        TaskRow queued = queued(job, now());
        second().jobs().delete(job.key());

        StartReply reply = start(queued);

        assertThat(reply.verdict()).isEqualTo(StartVerdict.SKIPPED);
        assertThat(reply.contextFence()).isZero();
        assertThat(reply.row()).contains(found(queued.id()));
        assertThat(found(queued.id()).state()).isEqualTo(TaskState.DONE);
        assertThat(end(queued.id())).contains(Ending.of(Outcome.SKIPPED, Reason.DELETED));
        assertThat(found(queued.id()).story().finishedAt()).isPresent();
    }

    @Test
    void G3_a_task_of_a_paused_job_is_skipped_unless_somebody_asked_for_it() {
        Job job = saved("DEMO.paused", Jobs.plain());
        TaskRow queued = queued(job, now());
        TaskRow asked = won(Rows.byHand(job, "r1", now(), ANNA));
        second().jobs().enable(job.key(), false);

        assertThat(start(queued).verdict()).isEqualTo(StartVerdict.SKIPPED);
        assertThat(end(queued.id())).contains(Ending.of(Outcome.SKIPPED, Reason.PAUSED));
        assertThat(start(asked).verdict()).isEqualTo(StartVerdict.STARTED);
    }

    @Test
    void G4_a_start_raises_the_fence_by_one_and_makes_the_starter_the_owner() {
        TaskRow queued = queued(saved("DEMO.owner", Jobs.plain()), now());

        TaskRow row = second().ledger()
                .start(List.of(new StartRequest(queued.id(), 1)), BERT, token())
                .get(0)
                .row()
                .orElseThrow();

        assertThat(row.fence()).isEqualTo(2);
        assertThat(row.standing().owner()).contains(BERT);
    }

    @Test
    void G4_another_fence_an_unknown_task_and_a_running_one_are_stale() {
        TaskRow queued = queued(saved("DEMO.stale", Jobs.plain()), now());
        TaskId unknown = TaskId.of(FiringId.requested(queued.job(), "unknown"));

        assertThat(start(queued.id(), 2)).isEqualTo(STALE);
        assertThat(start(unknown, 1)).isEqualTo(STALE);
        assertThat(found(queued.id())).isEqualTo(queued);
        TaskRow running = started(queued);
        assertThat(start(queued)).isEqualTo(STALE);
        assertThat(start(running)).isEqualTo(STALE);
        assertThat(found(queued.id())).isEqualTo(running);
    }

    @Test
    void G4_of_many_rivals_one_starts_the_task() {
        Job job = saved("DEMO.race", Jobs.plain());
        Instant due = now().minusSeconds(10);
        List<StartRequest> requests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            requests.add(new StartRequest(queued(job, due.plusMillis(i)).id(), 1));
        }

        List<List<StartReply>> replies = Rivals.run(
                8,
                rival -> (rival % 2 == 0 ? first() : second())
                        .ledger()
                        .start(requests, rival % 2 == 0 ? ANNA : BERT, token()));

        for (int i = 0; i < requests.size(); i++) {
            int at = i;
            assertThat(replies.stream().map(r -> r.get(at).verdict()).filter(v -> v == StartVerdict.STARTED))
                    .as("starts of " + requests.get(i))
                    .hasSize(1);
            assertThat(found(requests.get(i).task()).fence()).isEqualTo(2);
        }
    }

    @Test
    void G8_a_batch_of_good_and_bad_starts_is_answered_one_by_one() {
        Job job = saved("DEMO.mixed", Jobs.plain());
        Job deleted = saved("DEMO.mixeddeleted", Jobs.plain());
        Instant due = now().minusSeconds(10);
        TaskRow good = queued(job, due);
        TaskRow other = queued(job, due.plusSeconds(1));
        TaskRow orphan = queued(deleted, due);
        second().jobs().delete(deleted.key());

        List<StartReply> replies = first().ledger()
                .start(
                        List.of(
                                new StartRequest(orphan.id(), 1),
                                new StartRequest(good.id(), 7),
                                new StartRequest(good.id(), 1),
                                new StartRequest(good.id(), 1),
                                new StartRequest(other.id(), 1)),
                        ANNA,
                        token());

        assertThat(replies)
                .extracting(StartReply::verdict)
                .containsExactly(
                        StartVerdict.SKIPPED,
                        StartVerdict.STALE,
                        StartVerdict.STARTED,
                        StartVerdict.STALE,
                        StartVerdict.STARTED);
        assertThat(found(good.id()).fence()).isEqualTo(2);
    }

    @Test
    void G8_a_thousand_starts_are_one_batch() {
        Job job = saved("DEMO.thousand", Jobs.plain());
        Instant due = now().minusSeconds(10);
        List<io.baton.domain.port.TaskLedger.Claim> claims = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            claims.add(Rows.queued(job, due.plusMillis(i), ANNA));
        }
        List<StartRequest> requests = first().ledger().claim(claims, token()).stream()
                .map(reply -> new StartRequest(reply.rows().get(0).id(), 1))
                .toList();

        List<StartReply> replies = first().ledger().start(requests, ANNA, token());

        assertThat(replies).extracting(StartReply::verdict).containsOnly(StartVerdict.STARTED);
        assertThat(replies)
                .extracting(reply -> reply.row().orElseThrow().id())
                .containsExactlyElementsOf(
                        requests.stream().map(StartRequest::task).toList());
        assertThat(first().recovery().held(ANNA, TaskState.RUNNING, 1000)).hasSize(1000);
    }
}
