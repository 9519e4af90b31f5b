package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the ledger of a {@link MemoryDatabase}. */
final class MemoryTaskHistory implements TaskHistory {
    private static final Comparator<TaskRow> NEWEST_FIRST = Comparator.comparing(
                    (TaskRow row) -> row.terms().scheduledAt())
            .thenComparing(TaskRow::id)
            .reversed();

    private static final Comparator<Attempt> BY_NUMBER = Comparator.comparingInt(Attempt::number)
            .thenComparing(Attempt::late)
            .thenComparingLong(Attempt::fence);

    private final MemoryTables tables;

    MemoryTaskHistory(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<TaskRow> find(TaskId task) {
        synchronized (tables) {
            return tables.tasks.find(task);
        }
    }

    @Override
    public List<Attempt> attempts(TaskId task) {
        return attempts(List.of(task)).getOrDefault(task, List.of());
    }

    @Override
    public Map<TaskId, List<Attempt>> attempts(List<TaskId> tasks) {
        Limits.most(Math.max(1, tasks.size()));
        Map<TaskId, List<Attempt>> all = new HashMap<>();
        synchronized (tables) {
            for (TaskId task : tasks) {
                List<Attempt> attempts =
                        tables.tasks.attempts(task).stream().sorted(BY_NUMBER).toList();
                if (!attempts.isEmpty()) {
                    all.put(task, attempts);
                }
            }
        }
        return all;
    }

    @Override
    public List<TaskRow> search(Query query) {
        int limit = Limits.most(query.limit());
        synchronized (tables) {
            return tables.tasks
                    .all()
                    .filter(row -> matches(row, query.filter()))
                    .filter(row ->
                            query.before().map(cursor -> follows(row, cursor)).orElse(true))
                    .sorted(NEWEST_FIRST)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public boolean wantCancel(TaskId task) {
        synchronized (tables) {
            boolean runs = tables.tasks
                    .find(task)
                    .filter(row -> row.state() == TaskState.RUNNING)
                    .isPresent();
            if (runs) {
                tables.tasks.markUnwanted(task);
            }
            return runs;
        }
    }

    @Override
    public List<TaskId> unwanted(Incarnation owner) {
        synchronized (tables) {
            return tables
                    .tasks
                    .open(row -> tables.tasks.isUnwanted(row.id())
                            && row.standing().owner().equals(Optional.of(owner)))
                    .stream()
                    .map(TaskRow::id)
                    .toList();
        }
    }

    @Override
    public List<TaskId> overdue(Instant dueBefore, int most) {
        int limit = Limits.most(most);
        synchronized (tables) {
            return tables
                    .tasks
                    .open(row -> row.state() == TaskState.QUEUED
                            && row.standing().times().dueAt().isBefore(dueBefore))
                    .stream()
                    .map(TaskRow::id)
                    .limit(limit)
                    .toList();
        }
    }

    private static boolean follows(TaskRow row, Cursor cursor) {
        int byTime = row.terms().scheduledAt().compareTo(cursor.scheduledAt());
        return byTime < 0 || (byTime == 0 && row.id().compareTo(cursor.id()) < 0);
    }

    private static boolean matches(TaskRow row, Filter filter) {
        Instant at = row.terms().scheduledAt();
        return admits(filter.job(), Optional.of(row.job()))
                && admits(filter.outcome(), row.story().end().map(end -> end.outcome()))
                && admits(filter.state(), Optional.of(row.state()))
                && admits(filter.node(), row.standing().owner().map(Incarnation::node))
                && filter.span().since().map(since -> !at.isBefore(since)).orElse(true)
                && filter.span().until().map(at::isBefore).orElse(true);
    }

    private static <T> boolean admits(Optional<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
