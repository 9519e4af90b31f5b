package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.JsonText;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.persistence.schema.tables.records.TaskRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Between a row of the domain and a row of the table. */
final class TaskColumns {
    /** A column, and what a task has in it. */
    record Column(Field<?> field, Function<TaskRow, @Nullable Object> value) {
        static <T> Column of(TableField<TaskRecord, T> field, Function<TaskRow, @Nullable T> value) {
            return new Column(field, value::apply);
        }
    }

    /** What never changes once the task is claimed. */
    static final List<Column> TERMS = List.of(
            Column.of(TASK.ID, row -> row.id().toString()),
            Column.of(
                    TASK.PARENT,
                    row -> row.id().shard().isPresent() ? row.id().firing().toString() : null),
            Column.of(TASK.JOB_NAME, row -> row.job().toString()),
            Column.of(TASK.BY_HAND, row -> row.id().firing().byHand()),
            Column.of(TASK.SCHEDULED_AT, row -> row.terms().scheduledAt().toEpochMilli()),
            Column.of(TASK.JOB_VERSION, row -> row.terms().work().jobVersion()),
            Column.of(TASK.TARGET, row -> row.terms().work().target()),
            Column.of(TASK.DATA, row -> data(row.terms().work().data())),
            Column.of(TASK.DELIVERY, row -> row.terms().promise().delivery().name()),
            Column.of(TASK.OVERLAP, row -> row.terms().promise().overlap().name()),
            Column.of(TASK.SPREAD, row -> row.terms().spread().name()),
            Column.of(TASK.PARTS, row -> row.terms().parts()),
            Column.of(TASK.CLAIMED_BY, row -> row.story().claimedBy().toString()),
            Column.of(TASK.CLAIMED_AT, row -> row.story().claimedAt().toEpochMilli()));

    /** What changes from step to step. */
    static final List<Column> STANDING = List.of(
            Column.of(TASK.STATE, row -> row.state().name()),
            Column.of(
                    TASK.OWNER,
                    row -> row.standing().owner().map(Incarnation::toString).orElse(null)),
            Column.of(TASK.FENCE, TaskRow::fence),
            Column.of(TASK.ATTEMPT, TaskRow::attempt),
            Column.of(TASK.RECOVERIES, row -> row.standing().turn().recoveries()),
            Column.of(TASK.DUE_AT, row -> row.standing().times().dueAt().toEpochMilli()),
            Column.of(TASK.SENT_AT, row -> millis(row.standing().times().sentAt())),
            Column.of(TASK.TAKEN_AT, row -> millis(row.story().takenAt())),
            Column.of(TASK.STARTED_AT, row -> millis(row.story().startedAt())),
            Column.of(TASK.FINISHED_AT, row -> millis(row.story().finishedAt())),
            Column.of(
                    TASK.OUTCOME,
                    row -> row.story().end().map(end -> end.outcome().name()).orElse(null)),
            Column.of(TASK.OTHER_OUTCOME, TaskColumns::otherOutcome),
            Column.of(
                    TASK.REASON,
                    row -> row.story().end().map(end -> end.reason().name()).orElse(null)),
            Column.of(
                    TASK.ERROR, row -> row.story().end().map(TaskColumns::error).orElse(null)));

    private TaskColumns() {}

    private static @Nullable String data(JsonText data) {
        return data.equals(JsonText.EMPTY_OBJECT) ? null : data.text();
    }

    private static @Nullable String otherOutcome(TaskRow row) {
        return row.story()
                .end()
                .map(Ending::outcome)
                .filter(outcome -> outcome != Outcome.SUCCEEDED)
                .map(Enum::name)
                .orElse(null);
    }

    /** Numbers that steps raise: written as what is added, so that rows with different ones share a statement. */
    static boolean counts(Field<?> field) {
        TableField<TaskRecord, ?> column = TASK.FENCE;
        return field.equals(column) || field.equals(TASK.ATTEMPT) || field.equals(TASK.RECOVERIES);
    }

    static Optional<Ending> ending(@Nullable String outcome, @Nullable String reason, @Nullable String error) {
        if (outcome == null || reason == null) {
            return Optional.empty();
        }
        return Optional.of(new Ending(
                Outcome.valueOf(outcome),
                Reason.valueOf(reason),
                Optional.ofNullable(error).orElse("")));
    }

    static @Nullable String error(Ending end) {
        return end.error().isEmpty() ? null : end.error();
    }

    static Optional<Incarnation> incarnation(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty()).map(Incarnation::parse);
    }

    static Optional<Instant> instant(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }
}
