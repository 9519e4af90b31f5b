package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.LockedExclusives.Release;
import io.baton.persistence.Transactions.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * One transaction of the ledger: what it has locked, in the order of the law (exclusive rows by job, then tasks by id),
 * and what it will write.
 */
final class LedgerStep {
    final JobStates jobs;
    final LockedTasks tasks;
    final LockedExclusives exclusives;
    private final DSLContext dsl;
    private final Instant now;
    private final Set<FiringId> replaced = new HashSet<>();

    private LedgerStep(DSLContext dsl, Sql sql, Collection<TaskId> ids) {
        this.dsl = dsl;
        Set<JobKey> keys = ids.stream().map(TaskId::job).collect(Collectors.toSet());
        jobs = JobStates.read(dsl, sql, keys);
        tasks = new LockedTasks(dsl, sql);
        exclusives = new LockedExclusives(dsl, sql, tasks);
        exclusives.lock(new TreeSet<>(jobs.exclusives()));
        tasks.lock(ids);
        // Read anew under the locks: a start that waited for the exclusive row begins after the end that freed it.
        now = jobs.exclusives().isEmpty() ? jobs.now() : sql.now(dsl);
    }

    /** Runs the work over the locked tasks and writes what it has put. */
    static <T> Written<T> run(
            DSLContext dsl, Sql sql, Collection<TaskId> ids, WriteToken token, Function<LedgerStep, T> work) {
        LedgerStep step = new LedgerStep(dsl, sql, ids);
        T result = work.apply(step);
        step.exclusives.write();
        List<TaskId> touched = step.tasks.write(token);
        step.markReplaced();
        return new Written<>(result, touched);
    }

    /** The store's, not before the last change of an exclusive row that is locked here. */
    Instant now() {
        return now;
    }

    Release release(Incarnation by, Optional<Instant> sentAt) {
        return new Release(by, now(), sentAt);
    }

    /** The running tasks of the firing are unwanted from now on. */
    void replace(FiringId firing) {
        replaced.add(firing);
    }

    private void markReplaced() {
        for (FiringId firing : replaced) {
            dsl.update(TASK)
                    .set(TASK.CANCEL_WANTED, true)
                    .where(TASK.ID.eq(firing.toString()).or(Children.of(firing)))
                    .and(TASK.STATE.eq(TaskState.RUNNING.name()))
                    .execute();
        }
    }
}
