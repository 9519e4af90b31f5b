package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.persistence.schema.tables.records.TaskRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Reads whole rows of the task table, in the order of its columns, from the driver's own result. */
final class TaskRows {
    private static final Map<Field<?>, Integer> POSITIONS = positions();
    private static final int ID = at(TASK.ID);
    private static final int SCHEDULED_AT = at(TASK.SCHEDULED_AT);
    private static final int JOB_VERSION = at(TASK.JOB_VERSION);
    private static final int TARGET = at(TASK.TARGET);
    private static final int DATA = at(TASK.DATA);
    private static final int DELIVERY = at(TASK.DELIVERY);
    private static final int OVERLAP = at(TASK.OVERLAP);
    private static final int SPREAD = at(TASK.SPREAD);
    private static final int PARTS = at(TASK.PARTS);
    private static final int STATE = at(TASK.STATE);
    private static final int OWNER = at(TASK.OWNER);
    private static final int HOME = at(TASK.HOME);
    private static final int FENCE = at(TASK.FENCE);
    private static final int ATTEMPT = at(TASK.ATTEMPT);
    private static final int RECOVERIES = at(TASK.RECOVERIES);
    private static final int DUE_AT = at(TASK.DUE_AT);
    private static final int SENT_AT = at(TASK.SENT_AT);
    private static final int CLAIMED_BY = at(TASK.CLAIMED_BY);
    private static final int CLAIMED_AT = at(TASK.CLAIMED_AT);
    private static final int TAKEN_AT = at(TASK.TAKEN_AT);
    private static final int STARTED_AT = at(TASK.STARTED_AT);
    private static final int FINISHED_AT = at(TASK.FINISHED_AT);
    private static final int OUTCOME = at(TASK.OUTCOME);
    private static final int REASON = at(TASK.REASON);
    private static final int ERROR = at(TASK.ERROR);

    private final ResultSet rows;
    private final Function<String, @Nullable TaskId> ids;
    /** A batch has few of them, each many times. */
    private final Map<String, Incarnation> incarnations = new HashMap<>();

    private TaskRows(ResultSet rows, Function<String, @Nullable TaskId> ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** @param home the node that a waiting task is bound to */
    record Found(TaskRow row, Optional<Incarnation> home) {}

    /** @param query of all columns, as {@code selectFrom} has them */
    static List<TaskRow> fetch(ResultQuery<TaskRecord> query) {
        return found(query).stream().map(Found::row).toList();
    }

    static List<Found> found(ResultQuery<TaskRecord> query) {
        try (ResultSet rows = query.fetchResultSet()) {
            return all(rows, id -> null);
        } catch (SQLException e) {
            throw new DataAccessException("tasks could not be read: " + e.getMessage(), e);
        }
    }

    /** @param ids those that are known already, by their texts */
    static List<Found> all(ResultSet rows, Function<String, @Nullable TaskId> ids) throws SQLException {
        TaskRows reader = new TaskRows(rows, ids);
        List<Found> all = new ArrayList<>();
        while (rows.next()) {
            all.add(new Found(reader.row(), reader.incarnation(HOME)));
        }
        return all;
    }

    private TaskRow row() throws SQLException {
        String id = text(ID);
        @Nullable TaskId known = ids.apply(id);
        return new TaskRow(known == null ? TaskId.parse(id) : known, terms(), standing(), story());
    }

    private TaskRow.Terms terms() throws SQLException {
        TaskRow.Work work = new TaskRow.Work(
                rows.getLong(JOB_VERSION),
                text(TARGET),
                Optional.ofNullable(rows.getString(DATA)).map(JsonText::new).orElse(JsonText.EMPTY_OBJECT));
        TaskRow.Promise promise = new TaskRow.Promise(Delivery.valueOf(text(DELIVERY)), Overlap.valueOf(text(OVERLAP)));
        return new TaskRow.Terms(
                instant(SCHEDULED_AT), work, promise, Spread.valueOf(text(SPREAD)), rows.getInt(PARTS));
    }

    private TaskRow.Standing standing() throws SQLException {
        return new TaskRow.Standing(
                TaskState.valueOf(text(STATE)),
                incarnation(OWNER),
                rows.getLong(FENCE),
                new TaskRow.Turn(rows.getInt(ATTEMPT), rows.getInt(RECOVERIES)),
                new TaskRow.Times(instant(DUE_AT), optionalInstant(SENT_AT)));
    }

    private TaskRow.Story story() throws SQLException {
        return new TaskRow.Story(
                incarnation(CLAIMED_BY).orElseThrow(),
                instant(CLAIMED_AT),
                optionalInstant(TAKEN_AT),
                optionalInstant(STARTED_AT),
                optionalInstant(FINISHED_AT),
                TaskColumns.ending(rows.getString(OUTCOME), rows.getString(REASON), rows.getString(ERROR)));
    }

    private String text(int column) throws SQLException {
        return Objects.requireNonNull(rows.getString(column), "a task without what each has");
    }

    private Optional<Incarnation> incarnation(int column) throws SQLException {
        @Nullable String text = rows.getString(column);
        return text == null || text.isEmpty()
                ? Optional.empty()
                : Optional.of(incarnations.computeIfAbsent(text, Incarnation::parse));
    }

    private Instant instant(int column) throws SQLException {
        return Instant.ofEpochMilli(rows.getLong(column));
    }

    private Optional<Instant> optionalInstant(int column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static int at(Field<?> column) {
        return Objects.requireNonNull(POSITIONS.get(column));
    }

    private static Map<Field<?>, Integer> positions() {
        Map<Field<?>, Integer> positions = new HashMap<>();
        for (Field<?> column : TASK.fields()) {
            positions.put(column, positions.size() + 1);
        }
        return positions;
    }
}
