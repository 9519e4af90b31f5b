package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code TaskLedger.finish}: results, late ones, and retries. */
public abstract class FinishContract extends WhatContract {
    @Test
    void G5_a_result_with_the_current_fence_counts() {
        TaskRow running = running(saved("DEMO.done", Jobs.plain()), now());
        Instant before = now();

        TaskRow row = finish(running, FAILURE).row().orElseThrow();

        assertThat(row).isEqualTo(found(running.id()));
        assertThat(row.state()).isEqualTo(TaskState.DONE);
        assertThat(row.fence()).isEqualTo(running.fence());
        assertThat(row.story().end()).contains(FAILURE);
        assertThat(row.story().finishedAt().orElseThrow()).isBetween(before, now());
        assertThat(row.story().startedAt()).isEqualTo(running.story().startedAt());
        assertThat(first().history().attempts(running.id())).isEmpty();
    }

    @Test
    void G5_a_second_finish_is_kept_as_late_and_changes_nothing() {
        TaskRow running = running(saved("DEMO.again", Jobs.plain()), now());
        TaskRow done = finish(running, SUCCESS).row().orElseThrow();

        FinishReply late = second().ledger()
                .finish(List.of(new Finish(running.id(), running.fence(), BERT, FAILURE, Optional.empty())))
                .get(0);

        assertThat(late.late()).isTrue();
        assertThat(late.promoted()).isEmpty();
        assertThat(found(running.id())).isEqualTo(done);
        assertThat(first().history().attempts(running.id())).hasSize(1).allSatisfy(attempt -> {
            assertThat(attempt.late()).isTrue();
            assertThat(attempt.number()).isEqualTo(1);
            assertThat(attempt.fence()).isEqualTo(running.fence());
            assertThat(attempt.node()).contains(BERT);
            assertThat(attempt.span().end()).isEqualTo(FAILURE);
        });
    }

    @Test
    void G5_a_finish_of_a_task_that_did_not_start_or_does_not_exist_is_late() {
        Job job = saved("DEMO.never", Jobs.plain());
        TaskRow queued = queued(job, now());
        TaskRow unknown = Rows.byHand(job, "unknown", now(), ANNA).rows().get(0);

        assertThat(finish(queued, SUCCESS).late()).isTrue();
        assertThat(finish(unknown, SUCCESS).late()).isTrue();
        assertThat(found(queued.id())).isEqualTo(queued);
    }

    @Test
    void G5_of_many_rivals_one_finishes_the_task() {
        TaskRow running = running(saved("DEMO.race", Jobs.plain()), now());

        List<FinishReply> replies = Rivals.run(
                6,
                rival -> (rival % 2 == 0 ? first() : second())
                        .ledger()
                        .finish(List.of(new Finish(running.id(), running.fence(), ANNA, SUCCESS, Optional.empty())))
                        .get(0));

        assertThat(replies).filteredOn(reply -> !reply.late()).hasSize(1);
    }

    @Test
    void G5_an_error_comes_back_to_the_last_character() {
        TaskRow running = running(saved("DEMO.error", Jobs.plain()), now());
        Ending end = new Ending(Outcome.FAILED, Reason.NONE, "zażółć 🎉\t".repeat(700));

        finish(running, end);

        assertThat(end(running.id())).contains(end);
    }

    @Test
    void G7_a_retry_is_queued_again_due_after_its_delay() {
        TaskRow running = running(saved("DEMO.retry", Jobs.plain()), now());
        Instant before = now();

        TaskRow again = finish(running, FAILURE, Optional.of(Duration.ofSeconds(5)))
                .row()
                .orElseThrow();

        assertThat(again).isEqualTo(found(running.id()));
        assertThat(again.state()).isEqualTo(TaskState.QUEUED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.fence()).isEqualTo(running.fence() + 1);
        assertThat(again.standing().turn().recoveries()).isZero();
        assertThat(again.standing().times().sentAt()).isEmpty();
        assertThat(again.standing().times().dueAt()).isBetween(before.plusSeconds(5), now().plusSeconds(5));
        assertThat(again.terms()).isEqualTo(running.terms());
        assertThat(again.story().startedAt()).isEmpty();
        assertThat(again.story().finishedAt()).isEmpty();
        assertThat(again.story().end()).isEmpty();
    }

    @Test
    void G7_the_ended_attempts_are_kept_by_number() {
        TaskRow running = running(saved("DEMO.kept", Jobs.plain()), now());
        TaskRow second = started(
                finish(running, FAILURE, Optional.of(Duration.ZERO)).row().orElseThrow());
        finish(second, Ending.of(Outcome.TIMED_OUT), Optional.of(Duration.ZERO));

        List<Attempt> attempts = second().history().attempts(running.id());

        assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(attempts).extracting(Attempt::fence).containsExactly(running.fence(), second.fence());
        assertThat(attempts).extracting(Attempt::late).containsOnly(false);
        assertThat(attempts).extracting(Attempt::node).containsOnly(Optional.of(ANNA));
        assertThat(attempts.get(0).span().end()).isEqualTo(FAILURE);
        assertThat(attempts.get(0).span().startedAt()).isEqualTo(running.story().startedAt());
        assertThat(attempts.get(1).span().end()).isEqualTo(Ending.of(Outcome.TIMED_OUT));
    }

    @Test
    void G7_the_result_of_an_attempt_that_was_followed_by_another_is_late() {
        TaskRow running = running(saved("DEMO.follow", Jobs.plain()), now());
        TaskRow next = started(
                finish(running, FAILURE, Optional.of(Duration.ZERO)).row().orElseThrow());

        assertThat(finish(running, SUCCESS).late()).isTrue();

        assertThat(found(running.id())).isEqualTo(next);
        assertThat(first().history().attempts(running.id()))
                .extracting(Attempt::number, Attempt::late)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, false), org.assertj.core.groups.Tuple.tuple(1, true));
    }

    @Test
    void G8_good_and_late_finishes_of_one_batch_are_answered_each_for_itself() {
        Job job = saved("DEMO.mixed", Jobs.plain());
        Instant due = now().minusSeconds(10);
        TaskRow good = running(job, due);
        TaskRow failing = running(job, due.plusSeconds(1));
        TaskRow retried = running(job, due.plusSeconds(2));
        TaskRow stale = running(job, due.plusSeconds(3));

        List<FinishReply> replies = first().ledger()
                .finish(List.of(
                        new Finish(good.id(), good.fence(), ANNA, SUCCESS, Optional.empty()),
                        new Finish(stale.id(), stale.fence() - 1, ANNA, SUCCESS, Optional.empty()),
                        new Finish(failing.id(), failing.fence(), ANNA, FAILURE, Optional.empty()),
                        new Finish(good.id(), good.fence(), ANNA, FAILURE, Optional.empty()),
                        new Finish(retried.id(), retried.fence(), ANNA, FAILURE, Optional.of(Duration.ZERO))));

        assertThat(replies).extracting(FinishReply::late).containsExactly(false, true, false, true, false);
        assertThat(end(good.id())).contains(SUCCESS);
        assertThat(end(failing.id())).contains(FAILURE);
        assertThat(found(retried.id()).state()).isEqualTo(TaskState.QUEUED);
        assertThat(found(stale.id())).isEqualTo(stale);
    }

    @Test
    void G8_a_thousand_finishes_are_one_batch() {
        Job job = saved("DEMO.thousand", Jobs.plain());
        Instant due = now().minusSeconds(10);
        List<TaskRow> rows = new ArrayList<>();
        first().ledger()
                .claim(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> Rows.queued(job, due.plusMillis(i), ANNA))
                                .toList(),
                        token())
                .forEach(reply -> rows.addAll(reply.rows()));
        first().ledger()
                .start(
                        rows.stream()
                                .map(row -> new StartRequest(row.id(), row.fence()))
                                .toList(),
                        ANNA,
                        token());

        List<FinishReply> replies = first().ledger()
                .finish(rows.stream()
                        .map(row -> new Finish(row.id(), 2, ANNA, SUCCESS, Optional.empty()))
                        .toList());

        assertThat(replies).extracting(FinishReply::late).containsOnly(false);
        assertThat(first().recovery().owners()).isEmpty();
    }
}
