package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
import io.baton.domain.job.Overlap;
import io.baton.domain.port.LedgerRecovery.Lost;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code LedgerRecovery}: seeing what is held, and what becomes of tasks whose node is gone. */
public abstract class LedgerRecoveryContract extends WhatContract {
    private static final Reason WHY = Reason.NODE_GONE;

    @Test
    void V1_owners_are_those_of_queued_and_running_tasks() {
        Job job = saved("DEMO.owners", Jobs.plain());
        Instant due = now().minusSeconds(10);
        assertThat(second().recovery().owners()).isEmpty();
        won(Rows.queued(job, due, BERT));
        TaskRow running = running(job, due.plusSeconds(1));

        assertThat(second().recovery().owners()).containsExactlyInAnyOrder(ANNA, BERT);
        finish(running, SUCCESS);
        assertThat(second().recovery().owners()).containsExactly(BERT);
    }

    @Test
    void V1_held_tasks_come_oldest_due_first_and_no_more_than_asked_for() {
        Job job = saved("DEMO.held", Jobs.plain());
        Instant due = now().minusSeconds(10);
        TaskRow later = queued(job, due.plusSeconds(2));
        TaskRow earlier = queued(job, due);
        won(Rows.queued(job, due.plusSeconds(1), BERT));
        TaskRow running = running(job, due.plusSeconds(3));

        assertThat(second().recovery().held(ANNA, TaskState.QUEUED, 10)).containsExactly(earlier, later);
        assertThat(second().recovery().held(ANNA, TaskState.QUEUED, 1)).containsExactly(earlier);
        assertThat(second().recovery().held(ANNA, TaskState.RUNNING, 10)).containsExactly(running);
    }

    @Test
    void V1_unsent_are_due_tasks_without_a_message_or_with_an_old_one() {
        Job job = saved("DEMO.unsent", Jobs.plain());
        TaskRow old = queued(job, now().minusSeconds(10));
        TaskRow retry = finish(running(job, now().minusSeconds(9)), FAILURE, Optional.of(Duration.ofSeconds(60)))
                .row()
                .orElseThrow();
        stores().pass(Duration.ofSeconds(30));
        Instant between = now();
        stores().pass(Duration.ofSeconds(1));
        queued(job, between);

        assertThat(second().recovery().unsent(between, 10)).containsExactly(old);
        stores().pass(Duration.ofSeconds(60));
        assertThat(second().recovery().unsent(between, 10)).containsExactly(old, retry);
        assertThat(second().recovery().unsent(between, 1)).containsExactly(old);
    }

    @Test
    void V2_a_task_promised_at_most_once_is_lost() {
        Job job = saved("DEMO.amo", Jobs.with(Overlap.ALLOW, Delivery.AT_MOST_ONCE));
        TaskRow running = running(job, now());

        assertThat(recover(running)).isEmpty();

        assertThat(found(running.id()).state()).isEqualTo(TaskState.DONE);
        assertThat(end(running.id())).contains(Ending.of(Outcome.LOST, WHY));
        assertThat(found(running.id()).story().finishedAt()).isPresent();
        assertThat(finish(running, SUCCESS).late()).isTrue();
        assertThat(end(running.id())).contains(Ending.of(Outcome.LOST, WHY));
    }

    @Test
    void V2_a_task_promised_at_least_once_is_queued_again_three_times_and_then_dead() {
        Job job = saved("DEMO.alo", Jobs.with(Overlap.ALLOW, Delivery.AT_LEAST_ONCE));
        TaskRow running = running(job, now());

        for (int n = 1; n <= Delivery.MOST_RECOVERIES; n++) {
            List<TaskRow> again = recover(running);
            assertThat(again).containsExactly(found(running.id()));
            assertThat(again.get(0).state()).isEqualTo(TaskState.QUEUED);
            assertThat(again.get(0).attempt()).isEqualTo(n + 1);
            assertThat(again.get(0).standing().turn().recoveries()).isEqualTo(n);
            assertThat(again.get(0).fence()).isEqualTo(running.fence() + 1);
            assertThat(again.get(0).standing().times().sentAt()).isEmpty();
            assertThat(again.get(0).story().end()).isEmpty();
            running = started(again.get(0));
        }

        assertThat(recover(running)).isEmpty();
        assertThat(end(running.id())).contains(Ending.of(Outcome.DEAD, Reason.RECOVERED_TOO_OFTEN));
        assertThat(first().history().attempts(running.id()))
                .extracting(Attempt::number)
                .containsExactly(1, 2, 3);
    }

    @Test
    void V2_the_ended_attempt_is_kept_as_lost() {
        Job job = saved("DEMO.keep", Jobs.with(Overlap.ALLOW, Delivery.AT_LEAST_ONCE));
        TaskRow running = running(job, now());

        recover(running);

        assertThat(first().history().attempts(running.id())).hasSize(1).allSatisfy(attempt -> {
            assertThat(attempt.node()).contains(ANNA);
            assertThat(attempt.fence()).isEqualTo(running.fence());
            assertThat(attempt.late()).isFalse();
            assertThat(attempt.span().end()).isEqualTo(Ending.of(Outcome.LOST, WHY));
            assertThat(attempt.span().startedAt()).isEqualTo(running.story().startedAt());
        });
    }

    @Test
    void V2_a_row_with_another_fence_or_that_does_not_run_is_left_alone() {
        Job job = saved("DEMO.alone", Jobs.with(Overlap.ALLOW, Delivery.AT_LEAST_ONCE));
        TaskRow running = running(job, now());
        TaskRow queued = won(Rows.byHand(job, "r1", now(), ANNA));

        List<TaskRow> recovered = first().recovery()
                .recover(
                        List.of(new Lost(running.id(), running.fence() - 1), new Lost(queued.id(), queued.fence())),
                        BERT,
                        WHY);

        assertThat(recovered).isEmpty();
        assertThat(found(running.id())).isEqualTo(running);
        assertThat(found(queued.id())).isEqualTo(queued);
    }

    @Test
    void V2_of_many_sweepers_one_recovers_a_task() {
        Job job = saved("DEMO.sweepers", Jobs.with(Overlap.ALLOW, Delivery.AT_LEAST_ONCE));
        TaskRow running = running(job, now());

        List<List<TaskRow>> recovered = Rivals.run(
                4,
                rival -> (rival % 2 == 0 ? first() : second())
                        .recovery()
                        .recover(List.of(new Lost(running.id(), running.fence())), BERT, WHY));

        assertThat(recovered.stream().flatMap(List::stream)).hasSize(1);
        assertThat(found(running.id()).standing().turn().recoveries()).isEqualTo(1);
    }

    @Test
    void V2_a_lost_task_frees_the_exclusive_row_and_a_recovered_one_keeps_it() {
        Job amo = saved("DEMO.frees", Jobs.with(Overlap.QUEUE, Delivery.AT_MOST_ONCE));
        Job alo = saved("DEMO.keeps", Jobs.with(Overlap.QUEUE, Delivery.AT_LEAST_ONCE));
        Instant due = now().minusSeconds(10);
        TaskRow lost = running(amo, due);
        TaskRow waiter = queued(amo, due.plusSeconds(1));
        start(waiter);
        TaskRow kept = running(alo, due);
        TaskRow rival = queued(alo, due.plusSeconds(1));

        List<TaskRow> freed = first().recovery().recover(List.of(new Lost(lost.id(), lost.fence())), BERT, WHY);
        recover(kept);

        assertThat(freed).extracting(TaskRow::id).containsExactly(waiter.id());
        assertThat(freed.get(0).state()).isEqualTo(TaskState.QUEUED);
        assertThat(start(rival).verdict()).isEqualTo(StartVerdict.WAITS);
    }

    private List<TaskRow> recover(TaskRow row) {
        return first().recovery().recover(List.of(new Lost(row.id(), row.fence())), BERT, WHY);
    }
}
