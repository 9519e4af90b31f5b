package io.baton.memory;

import io.baton.domain.ledger.RowSteps;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger.Drop;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Ending;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskRow.Turn;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends attempts and tasks. The caller holds the tables' monitor. */
final class FinishStep {
    private static final FinishReply LATE = new FinishReply(Optional.empty(), List.of());

    private final MemoryTables tables;
    private final Instant now;

    FinishStep(MemoryTables tables) {
        this.tables = tables;
        this.now = tables.now();
    }

    FinishReply finish(Finish finish) {
        Optional<TaskRow> found = tables.tasks.find(finish.task());
        if (found.isEmpty()) {
            return LATE;
        }
        TaskRow row = found.get();
        if (row.state() != TaskState.RUNNING || row.fence() != finish.fence()) {
            keepLate(row, finish);
            return LATE;
        }
        return finish.retryAfter().isPresent()
                ? retry(row, finish, finish.retryAfter().get())
                : end(row, finish.end(), finish.by());
    }

    FinishReply drop(Drop drop, Incarnation by) {
        return tables.tasks
                .find(drop.task())
                .filter(row -> row.state() == TaskState.WAITING || row.state() == TaskState.QUEUED)
                .filter(row -> row.fence() == drop.fence())
                .map(row -> end(row, drop.end(), by))
                .orElse(LATE);
    }

    /** Ends the task; what that promotes is sent by the caller. */
    private FinishReply end(TaskRow row, Ending end, Incarnation by) {
        TaskRow ended = tables.tasks.put(RowSteps.ended(row, end, now));
        List<TaskRow> promoted =
                tables.exclusives.afterEndOf(ended, new ExclusiveTable.Release(by, now, Optional.of(now)));
        return new FinishReply(Optional.of(ended), promoted);
    }

    private FinishReply retry(TaskRow row, Finish finish, Duration delay) {
        tables.tasks.keep(row.id(), RowSteps.attempt(row, finish.end(), now));
        Turn turn = new Turn(row.attempt() + 1, row.standing().turn().recoveries());
        TaskRow again = RowSteps.again(row, finish.by(), turn, now.plus(delay));
        return new FinishReply(Optional.of(tables.tasks.put(again)), List.of());
    }

    /** Keeps the result under the number of the attempt that had its fence. The same one twice is kept once. */
    private void keepLate(TaskRow row, Finish finish) {
        Optional<Attempt> former = tables.tasks.attempts(row.id()).stream()
                .filter(a -> a.fence() == finish.fence())
                .findFirst();
        Optional<Instant> startedAt = former.isPresent() ? former.get().span().startedAt() : startOf(row, finish);
        Attempt late = new Attempt(
                former.map(Attempt::number).orElse(row.attempt()),
                finish.fence(),
                Optional.of(finish.by()),
                new Attempt.Span(startedAt, now, finish.end()),
                true);
        boolean kept = tables.tasks.attempts(row.id()).stream()
                .anyMatch(
                        a -> a.late() && a.fence() == finish.fence() && a.node().equals(late.node()));
        if (!kept) {
            tables.tasks.keep(row.id(), late);
        }
    }

    private static Optional<Instant> startOf(TaskRow row, Finish finish) {
        return row.fence() == finish.fence() ? row.story().startedAt() : Optional.empty();
    }
}
