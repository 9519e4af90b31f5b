package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB_EXCLUSIVE;
import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.LockedExclusives.Release;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.Transactions.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Promotes those who wait for a row that nobody holds. Each step that frees a row does so itself: this is the net below. */
final class Waiters {
    private static final Purpose PURPOSE = new Purpose("LedgerRecovery", "settle waiters");

    private final Transactions transactions;
    private final Tokens tokens;

    Waiters(Transactions transactions, Tokens tokens) {
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /** @param most how many jobs to see to */
    List<TaskRow> promote(Incarnation by, int most) {
        List<JobKey> jobs = transactions.read(PURPOSE, dsl -> forgotten(dsl, most));
        WriteToken token = tokens.next();
        List<List<TaskRow>> promoted = Halving.run(
                PURPOSE,
                jobs,
                part -> transactions.write(token, dsl -> promote(dsl, part, by, token)),
                job -> List.of());
        return promoted.stream().flatMap(List::stream).toList();
    }

    private Written<List<List<TaskRow>>> promote(DSLContext dsl, List<JobKey> jobs, Incarnation by, WriteToken token) {
        Instant now = transactions.sql().now(dsl);
        LockedTasks tasks = new LockedTasks(dsl, transactions.sql());
        LockedExclusives exclusives = new LockedExclusives(dsl, transactions.sql(), tasks);
        exclusives.lock(jobs.stream().map(JobKey::toString).toList());
        Release release = new Release(by, now, Optional.of(now));
        List<List<TaskRow>> promoted =
                jobs.stream().map(job -> exclusives.promote(job, release)).toList();
        exclusives.write();
        return new Written<>(promoted, tasks.write(token));
    }

    private static List<JobKey> forgotten(DSLContext dsl, int most) {
        return dsl
                .selectDistinct(TASK.JOB_NAME)
                .from(TASK)
                .leftJoin(JOB_EXCLUSIVE)
                .on(JOB_EXCLUSIVE.JOB_NAME.eq(TASK.JOB_NAME))
                .where(TASK.STATE.eq(TaskState.WAITING.name()))
                .and(JOB_EXCLUSIVE.HOLDER.isNull())
                .orderBy(TASK.JOB_NAME)
                .limit(most)
                .fetch(TASK.JOB_NAME)
                .stream()
                .map(JobKey::parse)
                .toList();
    }
}
