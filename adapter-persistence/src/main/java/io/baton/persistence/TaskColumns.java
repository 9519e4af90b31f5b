package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.persistence.schema.tables.records.TaskRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Between a row of the domain and a row of the table. */
final class TaskColumns {
    private TaskColumns() {}

    static TaskRow row(TaskRecord r) {
        return row(r, TaskId.parse(r.getId()));
    }

    /** @param id the row's, read already */
    static TaskRow row(TaskRecord r, TaskId id) {
        TaskRow.Terms terms = new TaskRow.Terms(
                Instant.ofEpochMilli(r.getScheduledAt()),
                new TaskRow.Work(
                        r.getJobVersion(),
                        r.getTarget(),
                        Optional.ofNullable(r.getData()).map(JsonText::new).orElse(JsonText.EMPTY_OBJECT)),
                new TaskRow.Promise(Delivery.valueOf(r.getDelivery()), Overlap.valueOf(r.getOverlap())),
                Spread.valueOf(r.getSpread()),
                r.getParts());
        TaskRow.Standing standing = new TaskRow.Standing(
                TaskState.valueOf(r.getState()),
                incarnation(r.getOwner()),
                r.getFence(),
                new TaskRow.Turn(r.getAttempt(), r.getRecoveries()),
                new TaskRow.Times(Instant.ofEpochMilli(r.getDueAt()), instant(r.getSentAt())));
        TaskRow.Story story = new TaskRow.Story(
                Incarnation.parse(r.getClaimedBy()),
                Instant.ofEpochMilli(r.getClaimedAt()),
                instant(r.getStartedAt()),
                instant(r.getFinishedAt()),
                ending(r.getOutcome(), r.getReason(), r.getError()));
        return new TaskRow(id, terms, standing, story);
    }

    /** What never changes once the task is claimed. */
    static Map<Field<?>, @Nullable Object> terms(TaskRow row) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(TASK.ID, row.id().toString());
        values.put(TASK.PARENT, row.id().shard().isPresent() ? row.id().firing().toString() : null);
        values.put(TASK.JOB_NAME, row.job().toString());
        values.put(TASK.BY_HAND, row.id().firing().byHand());
        values.put(TASK.SCHEDULED_AT, row.terms().scheduledAt().toEpochMilli());
        values.put(TASK.JOB_VERSION, row.terms().work().jobVersion());
        values.put(TASK.TARGET, row.terms().work().target());
        JsonText data = row.terms().work().data();
        values.put(TASK.DATA, data.equals(JsonText.EMPTY_OBJECT) ? null : data.text());
        values.put(TASK.DELIVERY, row.terms().promise().delivery().name());
        values.put(TASK.OVERLAP, row.terms().promise().overlap().name());
        values.put(TASK.SPREAD, row.terms().spread().name());
        values.put(TASK.PARTS, row.terms().parts());
        values.put(TASK.CLAIMED_BY, row.story().claimedBy().toString());
        values.put(TASK.CLAIMED_AT, row.story().claimedAt().toEpochMilli());
        return values;
    }

    /** What changes from step to step. */
    static Map<Field<?>, @Nullable Object> standing(TaskRow row) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        TaskRow.Standing standing = row.standing();
        values.put(TASK.STATE, standing.state().name());
        values.put(TASK.OWNER, standing.owner().map(Incarnation::toString).orElse(null));
        values.put(TASK.FENCE, standing.fence());
        values.put(TASK.ATTEMPT, standing.turn().attempt());
        values.put(TASK.RECOVERIES, standing.turn().recoveries());
        values.put(TASK.DUE_AT, standing.times().dueAt().toEpochMilli());
        values.put(TASK.SENT_AT, millis(standing.times().sentAt()));
        values.put(TASK.STARTED_AT, millis(row.story().startedAt()));
        values.put(TASK.FINISHED_AT, millis(row.story().finishedAt()));
        Optional<Ending> end = row.story().end();
        values.put(TASK.OUTCOME, end.map(e -> e.outcome().name()).orElse(null));
        values.put(
                TASK.OTHER_OUTCOME,
                end.map(Ending::outcome)
                        .filter(outcome -> outcome != Outcome.SUCCEEDED)
                        .map(Enum::name)
                        .orElse(null));
        values.put(TASK.REASON, end.map(e -> e.reason().name()).orElse(null));
        values.put(TASK.ERROR, end.map(TaskColumns::error).orElse(null));
        return values;
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
