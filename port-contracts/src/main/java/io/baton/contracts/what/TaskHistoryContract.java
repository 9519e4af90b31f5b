package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
import io.baton.domain.job.Overlap;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskHistory.Cursor;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code TaskHistory}: finding tasks again, and the wish to end one. */
public abstract class TaskHistoryContract extends WhatContract {
    private static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

    @Test
    void H1_an_unknown_task_is_not_found() {
        TaskId unknown =
                TaskId.of(FiringId.requested(saved("DEMO.x", Jobs.plain()).key(), "none"));

        assertThat(first().history().find(unknown)).isEmpty();
        assertThat(first().history().attempts(unknown)).isEmpty();
        assertThat(first().history().wantCancel(unknown)).isFalse();
    }

    @Test
    void H2_pages_lead_through_all_tasks_newest_first_without_gap_or_repetition() {
        Job one = saved("DEMO.One", Jobs.plain());
        Job two = saved("DEMO.one", Jobs.plain());
        Instant due = now().minusSeconds(100);
        List<TaskRow> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(queued(one, due.plusSeconds(i)));
            rows.add(queued(two, due.plusSeconds(i)));
        }
        rows.add(won(Rows.byHand(two, "x", due, ANNA)));

        List<TaskRow> walked = new ArrayList<>();
        Optional<Cursor> before = Optional.empty();
        do {
            List<TaskRow> page = second().history().search(new Query(Filter.ALL, before, 2));
            walked.addAll(page);
            before = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cursor(
                            page.get(page.size() - 1).terms().scheduledAt(),
                            page.get(page.size() - 1).id()));
        } while (before.isPresent());

        rows.sort(Comparator.comparing((TaskRow row) -> row.terms().scheduledAt())
                .thenComparing(TaskRow::id)
                .reversed());
        assertThat(walked).isEqualTo(rows);
    }

    @Test
    void H2_each_part_of_a_filter_narrows_the_search() {
        Job one = saved("DEMO.Filter", Jobs.plain());
        Job two = saved("DEMO.filter", Jobs.plain());
        Instant due = now().minusSeconds(100);
        TaskRow failed = running(one, due);
        finish(failed, FAILURE);
        TaskRow succeeded = running(one, due.plusSeconds(1));
        finish(succeeded, SUCCESS);
        TaskRow queued = won(Rows.queued(two, due.plusSeconds(2), BERT));

        assertThat(ids(new Filter(Optional.of(one.key()), none(), none(), none(), ALWAYS)))
                .containsExactly(succeeded.id(), failed.id());
        assertThat(ids(new Filter(none(), Optional.of(Outcome.FAILED), none(), none(), ALWAYS)))
                .containsExactly(failed.id());
        assertThat(ids(new Filter(none(), none(), Optional.of(TaskState.QUEUED), none(), ALWAYS)))
                .containsExactly(queued.id());
        assertThat(ids(new Filter(none(), none(), none(), Optional.of(new NodeId("bert")), ALWAYS)))
                .containsExactly(queued.id());
        assertThat(ids(new Filter(none(), none(), none(), Optional.of(new NodeId("ber")), ALWAYS)))
                .isEmpty();
        assertThat(ids(new Filter(
                        none(),
                        none(),
                        none(),
                        none(),
                        new Span(Optional.of(due.plusSeconds(1)), Optional.of(due.plusSeconds(2))))))
                .containsExactly(succeeded.id());
    }

    /** A store may look for few runs in another way than for many. */
    @Test
    void H2_the_runs_of_a_node_are_found_behind_those_of_others_however_many_they_are() {
        Job job = saved("DEMO.many", Jobs.plain());
        Instant due = now().minusSeconds(1000);
        Instant next = due;
        for (Incarnation owner : List.of(BERT, Incarnation.parse("berta/x"), Incarnation.parse("bert/b2"))) {
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                next = next.plusMillis(1);
                claims.add(Rows.queued(job, next, owner));
            }
            first().ledger().claim(claims, token());
        }
        queued(job, now());
        // Early, as by a clock that is fast: it might start before its scheduled time.
        won(Rows.queued(job, now().plusMillis(500), BERT));

        List<TaskRow> found = second().history()
                .search(new Query(
                        new Filter(none(), none(), none(), Optional.of(new NodeId("bert")), ALWAYS),
                        Optional.empty(),
                        1000));

        assertThat(found)
                .hasSize(801)
                .isSortedAccordingTo(
                        Comparator.comparing((TaskRow row) -> row.terms().scheduledAt())
                                .thenComparing(TaskRow::id)
                                .reversed())
                .extracting(row -> row.standing().owner().orElseThrow().node())
                .containsOnly(new NodeId("bert"));
    }

    @Test
    void H3_the_attempts_before_the_latest_and_the_late_ones_come_by_number() {
        TaskRow one = running(saved("DEMO.tries", Jobs.plain()), now());
        TaskRow two = again(one);
        TaskRow three = again(two);
        assertThat(finish(two, SUCCESS).late()).isTrue();
        assertThat(finish(one, SUCCESS).late()).isTrue();

        assertThat(second().history().attempts(one.id()))
                .extracting(
                        Attempt::number,
                        Attempt::fence,
                        Attempt::late,
                        attempt -> attempt.span().end())
                .containsExactly(
                        tuple(1, one.fence(), false, FAILURE),
                        tuple(1, one.fence(), true, SUCCESS),
                        tuple(2, two.fence(), false, FAILURE),
                        tuple(2, two.fence(), true, SUCCESS));
        assertThat(found(one.id())).isEqualTo(three);
    }

    @Test
    void H3_the_attempts_of_several_tasks_are_told_at_once() {
        TaskRow one = running(saved("DEMO.one", Jobs.plain()), now());
        TaskRow two = running(saved("DEMO.two", Jobs.plain()), now());
        TaskRow plain = running(saved("DEMO.plain", Jobs.plain()), now());
        again(again(one));
        again(two);

        Map<TaskId, List<Attempt>> all = second().history().attempts(List.of(two.id(), plain.id(), one.id()));

        assertThat(all).containsOnlyKeys(one.id(), two.id());
        assertThat(all.get(one.id()))
                .isEqualTo(second().history().attempts(one.id()))
                .hasSize(2);
        assertThat(all.get(two.id()))
                .isEqualTo(second().history().attempts(two.id()))
                .hasSize(1);
    }

    @Test
    void H3_the_latest_attempt_is_the_task_itself_and_stands_nowhere_else() {
        TaskRow one = running(saved("DEMO.latest", Jobs.plain()), now());
        assertThat(second().history().attempts(one.id())).isEmpty();
        TaskRow two = again(one);
        finish(two, SUCCESS);

        assertThat(found(one.id()).attempt()).isEqualTo(2);
        assertThat(second().history().attempts(one.id()))
                .extracting(Attempt::number, Attempt::late)
                .containsExactly(tuple(1, false));
    }

    @Test
    void H3_a_late_result_of_no_kept_attempt_stands_behind_the_attempt_of_its_number() {
        TaskRow queued = queued(saved("DEMO.stray", Jobs.plain()), now());
        TaskRow one = started(queued);
        assertThat(finish(one, one.fence() - 1).late()).isTrue();
        again(one);

        assertThat(second().history().attempts(one.id()))
                .extracting(Attempt::number, Attempt::late)
                .containsExactly(tuple(1, false), tuple(1, true));
    }

    /** The next attempt of a task whose present one fails. */
    private TaskRow again(TaskRow running) {
        return started(
                finish(running, FAILURE, Optional.of(Duration.ZERO)).row().orElseThrow());
    }

    @Test
    void H4_a_wish_stays_with_a_running_task_until_it_ends() {
        TaskRow running = running(saved("DEMO.wish", Jobs.plain()), now());

        assertThat(second().history().wantCancel(running.id())).isTrue();
        assertThat(second().history().wantCancel(running.id())).isTrue();

        assertThat(first().history().unwanted(ANNA)).containsExactly(running.id());
        assertThat(first().history().unwanted(BERT)).isEmpty();
        assertThat(found(running.id())).isEqualTo(running);
        assertThat(finish(running, SUCCESS).late()).isFalse();
        assertThat(first().history().unwanted(ANNA)).isEmpty();
        assertThat(second().history().wantCancel(running.id())).isFalse();
    }

    @Test
    void H4_a_task_that_does_not_run_cannot_be_unwanted_and_starts_without_the_wish() {
        TaskRow queued = queued(saved("DEMO.nowish", Jobs.plain()), now());

        assertThat(first().history().wantCancel(queued.id())).isFalse();
        TaskRow running = started(queued);
        assertThat(first().history().unwanted(ANNA)).isEmpty();
        first().history().wantCancel(running.id());
        TaskRow retry =
                finish(running, FAILURE, Optional.of(Duration.ZERO)).row().orElseThrow();
        started(retry);
        assertThat(first().history().unwanted(ANNA)).isEmpty();
    }

    @Test
    void H5_what_is_queued_and_due_before_the_instant_is_overdue_whoever_owns_it() {
        Job job = saved("DEMO.overdue", Jobs.plain());
        Instant due = now().minusSeconds(100);
        Instant at = due.plusSeconds(50);
        TaskRow hers = queued(job, due);
        TaskRow his = won(Rows.queued(job, due.plusSeconds(1), BERT));
        queued(job, at);
        running(job, due.plusSeconds(2));
        finish(running(job, due.plusSeconds(3)), SUCCESS);

        assertThat(second().history().overdue(at, 1000)).containsExactlyInAnyOrder(hers.id(), his.id());
        assertThat(second().history().overdue(due, 1000)).isEmpty();
        assertThat(second().history().overdue(at, 1)).hasSize(1);
    }

    @Test
    void H5_what_waits_for_another_or_for_the_time_of_its_next_attempt_is_not_overdue() {
        Instant due = now().minusSeconds(100);
        finish(running(saved("DEMO.retried", Jobs.plain()), due), FAILURE, Optional.of(Duration.ofHours(1)));
        Job exclusive = saved("DEMO.waits", Jobs.with(Overlap.QUEUE, Delivery.AT_MOST_ONCE));
        running(exclusive, due);
        assertThat(start(queued(exclusive, due.plusSeconds(1))).verdict()).isEqualTo(StartVerdict.WAITS);

        assertThat(second().history().overdue(now(), 1000)).isEmpty();
    }

    private FinishReply finish(TaskRow row, long fence) {
        Finish stray = new Finish(row.id(), fence, ANNA, SUCCESS, Optional.empty());
        return first().ledger().finish(List.of(stray)).get(0);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private List<TaskId> ids(Filter filter) {
        return second().history().search(new Query(filter, Optional.empty(), 100)).stream()
                .map(TaskRow::id)
                .toList();
    }
}
