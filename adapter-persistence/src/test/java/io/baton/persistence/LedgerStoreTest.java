package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.contracts.what.Jobs;
import io.baton.contracts.what.Rows;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.TaskLedger.ClaimReply;
import io.baton.domain.port.TaskLedger.ClaimVerdict;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.port.TaskLedger.StartReply;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.Database.Seams;
import io.baton.persistence.WatchedPool.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger in SQL owes beyond its contract: its cost, lost commits, and values that the database refuses. */
abstract class LedgerStoreTest {
    private static final Incarnation ANNA = Incarnation.parse("anna/a1");
    private static final Ending SUCCESS = Ending.of(Outcome.SUCCEEDED);

    private final WatchedPool watched = new WatchedPool();
    private Database database;
    private Job job;
    private Instant due;
    private int tokens;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        database = Database.open(database().settings(), new Seams(() -> Duration.ZERO, watched.between()));
        job = database.jobs()
                .save(JobKey.parse("DEMO.job"), Jobs.plain(), true, 0)
                .job()
                .orElseThrow();
        due = database.recovery().now().minusSeconds(60);
        watched.reset();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_batch_of_500_takes_tens_of_statements_and_three_commits() {
        List<ClaimReply> claimed = claim(queued(500));
        List<StartReply> started = start(claimed);
        List<FinishReply> finished = finish(started);

        assertThat(finished).hasSize(500).noneMatch(FinishReply::late);
        assertThat(watched.commits.get()).isEqualTo(3);
        assertThat(watched.statements.get()).isLessThanOrEqualTo(12);
    }

    @Test
    void a_batch_of_5_takes_no_fewer_statements_than_one_of_500() {
        finish(start(claim(queued(5))));
        int few = watched.statements.get();
        watched.reset();
        due = due.plusSeconds(10);
        finish(start(claim(queued(500))));

        assertThat(watched.statements.get()).isEqualTo(few);
    }

    @Test
    void one_firing_that_starts_with_its_claim_takes_two_commits() {
        List<ClaimReply> claimed = claim(List.of(Rows.running(job, due, ANNA)));
        TaskRow row = claimed.get(0).rows().get(0);
        database.ledger().finish(List.of(new Finish(row.id(), row.fence(), ANNA, SUCCESS, Optional.empty())));

        assertThat(watched.commits.get()).isEqualTo(2);
    }

    @Test
    void a_claim_whose_commit_was_done_but_not_heard_is_won() {
        watched.nextCommit(Commit.DONE_UNHEARD);

        List<ClaimReply> replies = claim(queued(3));

        assertThat(replies).extracting(ClaimReply::verdict).containsOnly(ClaimVerdict.WON);
        assertThat(database.recovery().held(ANNA, TaskState.QUEUED, 10)).hasSize(3);
    }

    @Test
    void a_claim_whose_commit_was_lost_is_tried_again() {
        watched.nextCommit(Commit.NEVER_DONE);

        List<ClaimReply> replies = claim(queued(3));

        assertThat(replies).extracting(ClaimReply::verdict).containsOnly(ClaimVerdict.WON);
        assertThat(database.recovery().held(ANNA, TaskState.QUEUED, 10)).hasSize(3);
    }

    @Test
    void a_start_whose_commit_was_not_heard_starts_once_either_way() {
        Iterator<ClaimReply> claimed = claim(queued(2)).iterator();
        for (Commit fate : List.of(Commit.DONE_UNHEARD, Commit.NEVER_DONE)) {
            ClaimReply claim = claimed.next();
            watched.nextCommit(fate);

            StartReply reply = start(List.of(claim)).get(0);

            assertThat(reply.verdict()).as("start, commit " + fate).isEqualTo(StartVerdict.STARTED);
            assertThat(reply.row())
                    .isEqualTo(database.history().find(claim.rows().get(0).id()));
            assertThat(reply.row().orElseThrow().fence()).isEqualTo(2);
        }
    }

    @Test
    void a_finish_whose_commit_was_not_heard_counts_once_either_way() {
        Iterator<StartReply> started = start(claim(queued(2))).iterator();
        for (Commit fate : List.of(Commit.DONE_UNHEARD, Commit.NEVER_DONE)) {
            StartReply one = started.next();
            watched.nextCommit(fate);

            assertThat(finish(List.of(one)).get(0).late())
                    .as("late, commit " + fate)
                    .isFalse();
            assertThat(database.history().attempts(one.row().orElseThrow().id()))
                    .isEmpty();
        }
    }

    @Test
    void a_claim_that_the_database_refuses_fails_alone_among_many() {
        List<Claim> claims = queued(7);
        claims.set(3, tooLong(claims.get(3)));

        List<ClaimReply> replies = claim(claims);

        assertThat(replies.get(3).verdict()).isEqualTo(ClaimVerdict.LOST);
        assertThat(replies)
                .filteredOn(reply -> reply.verdict() == ClaimVerdict.WON)
                .hasSize(6);
        assertThat(database.recovery().held(ANNA, TaskState.QUEUED, 10)).hasSize(6);
    }

    @Test
    void a_claim_that_the_database_refuses_is_an_exception_if_it_is_alone() {
        Claim bad = tooLong(queued(1).get(0));

        assertThatThrownBy(() -> claim(List.of(bad)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("TaskLedger: claim of 1 failed");
    }

    /** A target longer than any that the domain lets through: what no rule of ours has foreseen. */
    private static Claim tooLong(Claim claim) {
        TaskRow row = claim.rows().get(0);
        TaskRow.Terms terms = row.terms();
        TaskRow.Work work = new TaskRow.Work(
                terms.work().jobVersion(), "x".repeat(5000), terms.work().data());
        return new Claim(List.of(new TaskRow(
                row.id(),
                new TaskRow.Terms(terms.scheduledAt(), work, terms.promise(), terms.spread(), terms.parts()),
                row.standing(),
                row.story())));
    }

    private List<Claim> queued(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> Rows.queued(job, due.plusMillis(i), ANNA))
                .toList());
    }

    private List<ClaimReply> claim(List<Claim> claims) {
        return database.ledger().claim(claims, token());
    }

    private List<StartReply> start(List<ClaimReply> claims) {
        List<StartRequest> requests = claims.stream()
                .map(claim -> new StartRequest(claim.rows().get(0).id(), 1))
                .toList();
        return database.ledger().start(requests, ANNA, token());
    }

    private List<FinishReply> finish(List<StartReply> starts) {
        return database.ledger()
                .finish(starts.stream()
                        .map(start -> start.row().orElseThrow())
                        .map(row -> new Finish(row.id(), row.fence(), ANNA, SUCCESS, Optional.empty()))
                        .toList());
    }

    private WriteToken token() {
        return new WriteToken("anna/a1#" + ++tokens);
    }
}
