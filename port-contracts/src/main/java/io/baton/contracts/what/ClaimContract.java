package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Overlap;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.TaskLedger.ClaimReply;
import io.baton.domain.port.TaskLedger.ClaimVerdict;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code TaskLedger.claim}: a firing enters the ledger once. */
public abstract class ClaimContract extends WhatContract {
    @Test
    void G1_a_claimed_firing_is_lost_to_everybody_after() {
        Job job = saved("DEMO.once", Jobs.plain());
        Instant due = now();

        assertThat(claim(Rows.queued(job, due, ANNA)).verdict()).isEqualTo(ClaimVerdict.WON);
        ClaimReply late = second().ledger()
                .claim(List.of(Rows.queued(job, due, BERT)), token())
                .get(0);

        assertThat(late).isEqualTo(new ClaimReply(ClaimVerdict.LOST, List.of()));
        assertThat(found(TaskId.of(Rows.queued(job, due, ANNA).firing()))
                        .standing()
                        .owner())
                .contains(ANNA);
    }

    @Test
    void G1_of_many_rivals_one_wins_each_firing_whatever_the_order_of_their_batches() {
        Job job = saved("DEMO.race", Jobs.plain());
        Instant due = now().minusSeconds(100);
        int firings = 20;

        List<List<ClaimReply>> replies = Rivals.run(8, rival -> {
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < firings; i++) {
                int at = rival % 4 < 2 ? i : firings - 1 - i;
                claims.add(Rows.queued(job, due.plusMillis(at), rival % 2 == 0 ? ANNA : BERT));
            }
            return (rival % 2 == 0 ? first() : second()).ledger().claim(claims, token());
        });

        assertThat(replies.stream().flatMap(List::stream).map(ClaimReply::verdict))
                .containsOnly(ClaimVerdict.WON, ClaimVerdict.LOST)
                .filteredOn(verdict -> verdict == ClaimVerdict.WON)
                .hasSize(firings);
        assertThat(replies.stream()
                        .flatMap(List::stream)
                        .flatMap(reply -> reply.rows().stream())
                        .map(TaskRow::id))
                .doesNotHaveDuplicates()
                .hasSize(firings);
    }

    @Test
    void G1_the_same_firing_twice_in_one_batch_is_won_once() {
        Job job = saved("DEMO.twice", Jobs.plain());
        Claim claim = Rows.queued(job, now(), ANNA);

        List<ClaimReply> replies = first().ledger().claim(List.of(claim, claim), token());

        assertThat(replies).extracting(ClaimReply::verdict).containsExactly(ClaimVerdict.WON, ClaimVerdict.LOST);
    }

    @Test
    void G1_a_parent_and_its_children_enter_together() {
        Job job = saved("DEMO.shards", Jobs.sharded(Overlap.ALLOW, 3));

        ClaimReply reply = claim(Rows.spread(job, now(), List.of(ANNA, BERT, ANNA)));

        assertThat(reply.rows())
                .extracting(TaskRow::state)
                .containsExactly(TaskState.SPREAD, TaskState.QUEUED, TaskState.QUEUED, TaskState.QUEUED);
        assertThat(reply.rows()).allSatisfy(row -> assertThat(found(row.id())).isEqualTo(row));
        assertThat(reply.rows().get(0).standing().owner()).isEmpty();
    }

    @Test
    void G1_children_follow_their_parent_also_when_rivals_disagree_on_the_members() {
        Job job = saved("DEMO.members", Jobs.broadcast(Overlap.ALLOW));
        Instant due = now();

        List<ClaimReply> replies = Rivals.run(
                2,
                rival -> (rival == 0 ? first() : second())
                        .ledger()
                        .claim(
                                List.of(Rows.spread(
                                        job, due, rival == 0 ? List.of(ANNA, BERT) : List.of(BERT, ANNA, BERT))),
                                token())
                        .get(0));

        List<TaskRow> won = replies.stream().flatMap(r -> r.rows().stream()).toList();
        assertThat(replies).filteredOn(r -> r.verdict() == ClaimVerdict.WON).hasSize(1);
        assertThat(won).hasSize(1 + won.get(0).terms().parts());
        assertThat(found(won.get(0).id())).isEqualTo(won.get(0));
    }

    @Test
    void G2_a_won_claim_answers_the_rows_as_they_stand() {
        Job job = saved("DEMO.stands", Jobs.full());

        List<TaskRow> rows = claim(Rows.byHand(job, "req_1-A", now(), ANNA)).rows();

        assertThat(rows).hasSize(1);
        assertThat(found(rows.get(0).id())).isEqualTo(rows.get(0));
        assertThat(rows.get(0).terms().work().data())
                .isEqualTo(job.spec().work().data());
        assertThat(rows.get(0).terms().work().target())
                .isEqualTo(job.spec().work().target().text());
    }

    @Test
    void G3_a_definition_that_is_gone_paused_or_replaced_is_out_of_force() {
        Job gone = saved("DEMO.gone", Jobs.plain());
        Job paused = saved("DEMO.paused", Jobs.plain());
        Job replaced = saved("DEMO.replaced", Jobs.plain());
        second().jobs().delete(gone.key());
        second().jobs().enable(paused.key(), false);
        second().jobs().save(replaced.key(), Jobs.calling("demo.other"), true, replaced.version());
        stores().pass(Duration.ofSeconds(5));
        Instant due = now();

        List<ClaimReply> replies = first().ledger()
                .claim(
                        List.of(
                                Rows.queued(gone, now(), ANNA),
                                Rows.queued(paused, due, ANNA),
                                Rows.queued(replaced, due, ANNA)),
                        token());

        assertThat(replies).extracting(ClaimReply::verdict).containsOnly(ClaimVerdict.OUT_OF_FORCE);
        assertThat(second().history()
                        .find(TaskId.of(Rows.queued(gone, due, ANNA).firing())))
                .isEmpty();
    }

    @Test
    void G3_a_due_time_before_the_new_version_belongs_to_the_old_one() {
        Job old = saved("DEMO.old", Jobs.plain());
        Instant due = now();
        stores().pass(Duration.ofSeconds(5));
        second().jobs().save(old.key(), Jobs.calling("demo.other"), true, old.version());

        assertThat(claim(Rows.queued(old, due, ANNA)).verdict()).isEqualTo(ClaimVerdict.WON);
    }

    @Test
    void G3_a_paused_job_can_be_run_by_hand() {
        Job job = saved("DEMO.byhand", Jobs.plain());
        first().jobs().enable(job.key(), false);

        assertThat(claim(Rows.byHand(job, "r1", now(), ANNA)).verdict()).isEqualTo(ClaimVerdict.WON);
    }

    @Test
    void G3_more_than_a_second_early_is_too_early_by_the_stores_clock() {
        Job job = saved("DEMO.early", Jobs.plain());
        Instant due = now().plusSeconds(30);

        assertThat(claim(Rows.queued(job, due, ANNA)).verdict()).isEqualTo(ClaimVerdict.TOO_EARLY);
        stores().pass(Duration.ofSeconds(30));
        assertThat(claim(Rows.queued(job, due, ANNA)).verdict()).isEqualTo(ClaimVerdict.WON);
    }

    @Test
    void G3_a_claim_whose_row_is_running_has_started_it() {
        Job job = saved("DEMO.atonce", Jobs.plain());
        Instant before = now();

        TaskRow row = won(Rows.running(job, before.minusSeconds(1), ANNA));

        assertThat(row.state()).isEqualTo(TaskState.RUNNING);
        assertThat(row.story().startedAt().orElseThrow()).isBetween(before, now());
        assertThat(finish(row, SUCCESS).late()).isFalse();
    }

    @Test
    void G3_what_was_due_before_its_job_was_deleted_may_queue_and_must_not_start_with_its_claim() {
        Job gone = saved("DEMO.gone-since", Jobs.plain());
        second().jobs().delete(gone.key());
        Instant before = now().minusSeconds(10);

        List<ClaimReply> replies = first().ledger()
                .claim(
                        List.of(
                                Rows.running(gone, before, ANNA),
                                Rows.queued(gone, before.plusSeconds(1), ANNA),
                                Rows.queued(gone, now(), ANNA)),
                        token());

        assertThat(replies)
                .extracting(ClaimReply::verdict)
                .containsExactly(ClaimVerdict.OUT_OF_FORCE, ClaimVerdict.WON, ClaimVerdict.OUT_OF_FORCE);
    }

    @Test
    void G4_a_claim_begins_at_fence_1() {
        Job job = saved("DEMO.fence", Jobs.plain());

        assertThat(won(Rows.queued(job, now(), ANNA)).fence()).isEqualTo(1);
        assertThat(won(Rows.running(job, now().minusSeconds(1), ANNA)).fence()).isEqualTo(1);
    }

    @Test
    void G8_good_and_bad_claims_of_one_batch_are_answered_each_for_itself() {
        Job job = saved("DEMO.mixed", Jobs.plain());
        Job gone = saved("DEMO.mixedgone", Jobs.plain());
        second().jobs().delete(gone.key());
        Instant due = now().minusSeconds(10);
        second().ledger().claim(List.of(Rows.queued(job, due, BERT)), token());

        List<ClaimReply> replies = first().ledger()
                .claim(
                        List.of(
                                Rows.queued(job, due, ANNA),
                                Rows.queued(job, due.plusSeconds(1), ANNA),
                                Rows.queued(gone, now(), ANNA),
                                Rows.queued(job, due.plusSeconds(3600), ANNA),
                                Rows.running(job, due.plusSeconds(2), ANNA)),
                        token());

        assertThat(replies)
                .extracting(ClaimReply::verdict)
                .containsExactly(
                        ClaimVerdict.LOST,
                        ClaimVerdict.WON,
                        ClaimVerdict.OUT_OF_FORCE,
                        ClaimVerdict.TOO_EARLY,
                        ClaimVerdict.WON);
    }

    @Test
    void G8_a_thousand_claims_are_one_batch() {
        Job job = saved("DEMO.thousand", Jobs.plain());
        Instant due = now().minusSeconds(10);
        second().ledger().claim(List.of(Rows.queued(job, due.plusMillis(500), BERT)), token());

        List<ClaimReply> replies = first().ledger()
                .claim(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> Rows.queued(job, due.plusMillis(i), ANNA))
                                .toList(),
                        token());

        assertThat(replies).hasSize(1000);
        assertThat(IntStream.range(0, 1000).filter(i -> replies.get(i).verdict() == ClaimVerdict.LOST))
                .containsExactly(500);
        assertThat(replies.get(999).rows().get(0).terms().scheduledAt()).isEqualTo(due.plusMillis(999));
    }

    @Test
    void G9_ids_that_differ_in_case_only_are_different_tasks() {
        Job upper = saved("DEMO.Greet", Jobs.plain());
        Job lower = saved("DEMO.greet", Jobs.plain());
        Instant due = now();

        List<ClaimReply> replies = first().ledger()
                .claim(
                        List.of(
                                Rows.queued(upper, due, ANNA),
                                Rows.queued(lower, due, ANNA),
                                Rows.byHand(lower, "Req", due, ANNA),
                                Rows.byHand(lower, "req", due, ANNA)),
                        token());

        assertThat(replies).extracting(ClaimReply::verdict).containsOnly(ClaimVerdict.WON);
        assertThat(found(TaskId.of(Rows.queued(upper, due, ANNA).firing())).job())
                .isEqualTo(JobKey.parse("DEMO.Greet"));
    }

    @Test
    void G10_the_times_of_a_claim_are_the_stores_in_whole_milliseconds() {
        Job job = saved("DEMO.times", Jobs.plain());
        stores().pass(Duration.ofDays(3));
        Instant before = now();

        TaskRow row = won(Rows.queued(job, before, ANNA));

        assertThat(row.story().claimedAt()).isBetween(before, now());
        assertThat(row.standing().times().sentAt().orElseThrow()).isBetween(before, now());
        assertThat(row.story().claimedAt()).isEqualTo(row.story().claimedAt().truncatedTo(ChronoUnit.MILLIS));
        assertThat(row.standing().times().dueAt()).isEqualTo(before);
        assertThat(row.story().end()).isEqualTo(Optional.empty());
    }
}
