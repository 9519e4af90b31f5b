package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.JobRepository.SaveReply;
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
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of this package share: a store with two clients, and the steps of a task's life in one line each. */
public abstract class WhatContract {
    protected static final Incarnation ANNA = Incarnation.parse("anna/a1");
    protected static final Incarnation BERT = Incarnation.parse("bert/b1");
    static final Ending SUCCESS = Ending.of(Outcome.SUCCEEDED);
    static final Ending FAILURE = new Ending(Outcome.FAILED, io.baton.domain.task.Reason.NONE, "it broke 🎉");

    private final AtomicLong tokens = new AtomicLong();
    private @Nullable WhatStores opened;

    /** An empty store with two clients; the contract closes it. */
    protected abstract WhatStores open();

    @BeforeEach
    final void openStores() {
        opened = open();
    }

    @AfterEach
    final void closeStores() {
        if (opened != null) {
            opened.close();
        }
    }

    protected final WhatStores stores() {
        if (opened == null) {
            throw new IllegalStateException("the store is opened before each test");
        }
        return opened;
    }

    protected final WhatClient first() {
        return stores().first();
    }

    protected final WhatClient second() {
        return stores().second();
    }

    /** The store's clock. */
    protected final Instant now() {
        return first().recovery().now();
    }

    protected final WriteToken token() {
        return new WriteToken("anna/a1#" + tokens.incrementAndGet());
    }

    /** A job of that name, saved and enabled. */
    protected final Job saved(String name, JobSpec spec) {
        JobKey key = JobKey.parse(name);
        SaveReply reply = first().jobs().save(key, spec, true, 0);
        assertThat(reply.conflict()).as("conflict on creating " + name).isFalse();
        return reply.job().orElseThrow();
    }

    final ClaimReply claim(Claim claim) {
        return first().ledger().claim(List.of(claim), token()).get(0);
    }

    /** The first row of a claim that is won, the parent if there is one. */
    final TaskRow won(Claim claim) {
        ClaimReply reply = claim(claim);
        assertThat(reply.verdict()).as("verdict on " + claim.firing()).isEqualTo(ClaimVerdict.WON);
        return reply.rows().get(0);
    }

    final TaskRow queued(Job job, Instant due) {
        return won(Rows.queued(job, due, ANNA));
    }

    final StartReply start(TaskRow row) {
        return start(row.id(), row.fence());
    }

    final StartReply start(TaskId task, long fence) {
        return first().ledger()
                .start(List.of(new StartRequest(task, fence)), ANNA, token())
                .get(0);
    }

    final TaskRow started(TaskRow row) {
        StartReply reply = start(row);
        assertThat(reply.verdict()).as("start of " + row.id()).isEqualTo(StartVerdict.STARTED);
        return reply.row().orElseThrow();
    }

    /** A task of the job that runs. */
    final TaskRow running(Job job, Instant due) {
        return started(queued(job, due));
    }

    final FinishReply finish(TaskRow row, Ending end) {
        return finish(row, end, Optional.empty());
    }

    final FinishReply finish(TaskRow row, Ending end, Optional<Duration> retryAfter) {
        return first().ledger()
                .finish(List.of(new Finish(row.id(), row.fence(), ANNA, end, retryAfter)))
                .get(0);
    }

    /** As the other client finds it. */
    final TaskRow found(TaskId task) {
        return second().history().find(task).orElseThrow(() -> new AssertionError(task + " is not in the ledger"));
    }

    final Optional<Ending> end(TaskId task) {
        return found(task).story().end();
    }
}
