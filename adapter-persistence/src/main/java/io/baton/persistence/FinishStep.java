package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK_ATTEMPT;

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
import org.jooq.DSLContext;

/** Ends attempts and tasks. */
final class FinishStep {
    static final FinishReply LATE = new FinishReply(Optional.empty(), List.of());

    private final LedgerStep step;
    private final DSLContext dsl;

    FinishStep(LedgerStep step, DSLContext dsl) {
        this.step = step;
        this.dsl = dsl;
    }

    FinishReply finish(Finish finish) {
        Optional<TaskRow> found = step.tasks.find(finish.task());
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
        return step.tasks
                .find(drop.task())
                .filter(row -> row.state() == TaskState.WAITING || row.state() == TaskState.QUEUED)
                .filter(row -> row.fence() == drop.fence())
                .map(row -> end(row, drop.end(), by))
                .orElse(LATE);
    }

    /** Ends the task; what that promotes is sent by the caller. */
    private FinishReply end(TaskRow row, Ending end, Incarnation by) {
        TaskRow ended = step.tasks.put(RowSteps.ended(row, end, step.now()));
        List<TaskRow> promoted = step.exclusives.afterEndOf(ended, step.release(by, Optional.of(step.now())));
        return new FinishReply(Optional.of(ended), promoted);
    }

    private FinishReply retry(TaskRow row, Finish finish, Duration delay) {
        step.tasks.keep(row.id(), RowSteps.attempt(row, finish.end(), step.now()));
        Turn turn = new Turn(row.attempt() + 1, row.standing().turn().recoveries());
        TaskRow again = RowSteps.again(row, finish.by(), turn, step.now().plus(delay));
        return new FinishReply(Optional.of(step.tasks.put(again)), List.of());
    }

    /** Keeps the result under the number of the attempt that had its fence. */
    private void keepLate(TaskRow row, Finish finish) {
        var former = dsl.select(TASK_ATTEMPT.NUMBER, TASK_ATTEMPT.STARTED_AT)
                .from(TASK_ATTEMPT)
                .where(TASK_ATTEMPT.TASK_ID.eq(row.id().toString()))
                .and(TASK_ATTEMPT.FENCE.eq(finish.fence()))
                .limit(1)
                .fetchOptional();
        Optional<Instant> startedAt = former.isPresent()
                ? TaskColumns.instant(former.get().value2())
                : row.story().startedAt().filter(at -> row.fence() == finish.fence());
        step.tasks.keep(
                row.id(),
                new Attempt(
                        former.map(f -> f.value1()).orElse(row.attempt()),
                        finish.fence(),
                        Optional.of(finish.by()),
                        new Attempt.Span(startedAt, step.now(), finish.end()),
                        true));
    }
}
