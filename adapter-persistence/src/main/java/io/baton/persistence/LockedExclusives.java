package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB_EXCLUSIVE;
import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.Exclusive;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.ledger.StartRule.ExclusiveView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.persistence.schema.tables.records.JobExclusiveRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;

/**
 * The exclusive rows that a transaction has locked. Whoever has locked a job's row also owns the steps of its tasks to
 * WAITING and from it, so that waiters are read without a lock of their own.
 */
final class LockedExclusives {
    private static final Comparator<TaskRow> OLDEST_FIRST = Comparator.comparing(
                    (TaskRow row) -> row.terms().scheduledAt())
            .thenComparing(row -> row.story().claimedAt())
            .thenComparing(TaskRow::id);

    private final DSLContext dsl;
    private final Sql sql;
    private final LockedTasks tasks;
    private final Map<String, Exclusive> before = new TreeMap<>();
    private final Map<String, Exclusive> after = new TreeMap<>();
    private final Set<JobKey> waitersRead = new HashSet<>();

    /** @param sentAt when the messages of promoted tasks are sent; empty if the caller cannot send any */
    record Release(Incarnation by, Instant now, Optional<Instant> sentAt) {}

    LockedExclusives(DSLContext dsl, Sql sql, LockedTasks tasks) {
        this.dsl = dsl;
        this.sql = sql;
        this.tasks = tasks;
    }

    /** Locks those rows that there are, in order of their jobs. */
    void lock(Collection<String> jobs) {
        for (List<String> chunk : Sql.chunks(jobs.stream().distinct().sorted().toList())) {
            dsl.selectFrom(JOB_EXCLUSIVE)
                    .where(JOB_EXCLUSIVE.JOB_NAME.in(chunk))
                    .orderBy(JOB_EXCLUSIVE.JOB_NAME)
                    .forUpdate()
                    .fetch()
                    .forEach(record -> before.put(record.getJobName(), exclusive(record)));
        }
    }

    /** Makes the rows that there are not yet; they are not locked by it. */
    static void make(DSLContext dsl, Sql sql, Collection<JobKey> jobs) {
        for (List<String> chunk :
                Sql.chunks(jobs.stream().map(JobKey::toString).sorted().toList())) {
            var insert = sql.inserting(dsl)
                    .insertInto(
                            JOB_EXCLUSIVE,
                            JOB_EXCLUSIVE.JOB_NAME,
                            JOB_EXCLUSIVE.OPEN,
                            JOB_EXCLUSIVE.FENCE,
                            JOB_EXCLUSIVE.LAST_STARTED);
            for (String job : chunk) {
                insert = insert.values(job, 0, 0L, 0L);
            }
            insert.onDuplicateKeyUpdate()
                    .set(JOB_EXCLUSIVE.JOB_NAME, JOB_EXCLUSIVE.JOB_NAME)
                    .execute();
        }
    }

    ExclusiveView view(TaskRow row) {
        Exclusive exclusive = find(row.job());
        boolean held = exclusive.holder().isPresent()
                && !exclusive.holder().equals(Optional.of(row.id().firing()));
        boolean otherWaits = held
                && waiters(row.job()).stream()
                        .anyMatch(w -> !w.id().firing().equals(row.id().firing()));
        return new ExclusiveView(exclusive, otherWaits);
    }

    Exclusive find(JobKey job) {
        String name = job.toString();
        if (after.containsKey(name)) {
            return after.get(name);
        }
        if (!before.containsKey(name)) { // an exclusive task of a job that was claimed without a row: by hand, in SQL
            make(dsl, sql, List.of(job));
            lock(List.of(name));
        }
        return before.getOrDefault(name, Exclusive.FREE);
    }

    /** Makes the task's firing the holder, and queues those of its tasks that wait: they would wait for themselves. */
    void take(TaskRow row, Release release) {
        Exclusive taken = find(row.job())
                .takenBy(row.id().firing(), open(row), row.terms().scheduledAt());
        after.put(row.job().toString(), taken);
        if (row.id().shard().isPresent()) {
            giveBack(row.id().firing(), release);
        }
    }

    /** Counts the end of a task. @return what is promoted by it, if that was the holder's last */
    List<TaskRow> afterEndOf(TaskRow ended, Release release) {
        if (!ended.exclusive()) {
            return List.of();
        }
        Exclusive old = find(ended.job());
        Exclusive left = old.afterEndOf(ended.id().firing());
        if (left.equals(old)) {
            return List.of();
        }
        after.put(ended.job().toString(), left);
        return promote(ended.job(), release);
    }

    /** Queues the tasks of the oldest waiting firing, if the row is free; those that are too old end on the way. */
    List<TaskRow> promote(JobKey job, Release release) {
        Exclusive exclusive = find(job);
        if (exclusive.holder().isPresent()) {
            return List.of();
        }
        for (TaskRow oldest : waiters(job)) {
            if (oldest.attempt() > 1 || !oldest.terms().scheduledAt().isBefore(exclusive.lastStarted())) {
                return giveBack(oldest.id().firing(), release);
            }
            supersede(oldest, release.now());
        }
        return List.of();
    }

    private List<TaskRow> giveBack(FiringId firing, Release release) {
        return waiters(firing.job()).stream()
                .filter(w -> w.id().firing().equals(firing))
                .map(w -> tasks.put(RowSteps.given(w, tasks.home(w.id()).orElse(release.by()), release.sentAt())))
                .toList();
    }

    /** Ends the waiting firings that are not younger than the one that replaces them. */
    void supersedeBefore(TaskRow replacing, Instant now) {
        waiters(replacing.job()).stream()
                .filter(w -> !w.id().firing().equals(replacing.id().firing()))
                .filter(w -> !w.terms().scheduledAt().isAfter(replacing.terms().scheduledAt()))
                .forEach(w -> supersede(w, now));
    }

    void write() {
        after.forEach((job, exclusive) -> dsl.update(JOB_EXCLUSIVE)
                .set(
                        JOB_EXCLUSIVE.HOLDER,
                        exclusive.holder().map(FiringId::toString).orElse(null))
                .set(JOB_EXCLUSIVE.OPEN, exclusive.open())
                .set(JOB_EXCLUSIVE.FENCE, exclusive.fence())
                .set(JOB_EXCLUSIVE.LAST_STARTED, exclusive.lastStarted().toEpochMilli())
                .where(JOB_EXCLUSIVE.JOB_NAME.eq(job))
                .execute());
    }

    private void supersede(TaskRow waiter, Instant now) {
        tasks.put(RowSteps.ended(waiter, Ending.of(Outcome.SKIPPED, Reason.SUPERSEDED), now));
    }

    /** The open tasks of the firing, counting this transaction's steps; the row itself is one of them. */
    private int open(TaskRow row) {
        if (row.terms().parts() == 1 && row.id().shard().isEmpty()) {
            return 1;
        }
        FiringId firing = row.id().firing();
        tasks.known(dsl.selectFrom(TASK).where(Children.of(firing)));
        return (int) tasks.all()
                .filter(task -> task.id().firing().equals(firing))
                .filter(task -> task.state() != TaskState.SPREAD && task.state() != TaskState.DONE)
                .count();
    }

    private List<TaskRow> waiters(JobKey job) {
        if (waitersRead.add(job)) {
            tasks.known(dsl.selectFrom(TASK)
                    .where(TASK.STATE.eq(TaskState.WAITING.name()))
                    .and(TASK.JOB_NAME.eq(job.toString())));
        }
        return tasks.all()
                .filter(row -> row.state() == TaskState.WAITING && row.job().equals(job))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static Exclusive exclusive(JobExclusiveRecord record) {
        return new Exclusive(
                Optional.ofNullable(record.getHolder())
                        .map(text -> TaskId.parse(text).firing()),
                record.getOpen(),
                record.getFence(),
                Instant.ofEpochMilli(record.getLastStarted()));
    }
}
