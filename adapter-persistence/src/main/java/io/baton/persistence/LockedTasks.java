package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;
import static io.baton.persistence.schema.Tables.TASK_ATTEMPT;

import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.schema.tables.records.TaskRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that a transaction has locked, and what it makes of them; written at its end, rows that change alike in one
 * statement.
 */
final class LockedTasks {
    private static final KeyedQueries.Kind LOCK = (ids, dsl) ->
            dsl.selectFrom(TASK).where(TASK.ID.in(ids)).orderBy(TASK.ID).forUpdate();

    private final DSLContext dsl;
    private final Sql sql;
    private final Map<TaskId, TaskRow> before = new LinkedHashMap<>();
    private final Map<TaskId, TaskRow> after = new LinkedHashMap<>();
    private final Map<TaskId, Incarnation> homes = new HashMap<>();
    private final List<Query> attempts = new ArrayList<>();

    LockedTasks(DSLContext dsl, Sql sql) {
        this.dsl = dsl;
        this.sql = sql;
    }

    /** Locks those of the tasks that there are, in order of their ids. */
    void lock(Collection<TaskId> tasks) {
        Map<String, TaskId> ids = new TreeMap<>();
        tasks.forEach(task -> ids.put(task.toString(), task));
        for (List<String> chunk : Sql.chunks(List.copyOf(ids.keySet()))) {
            note(sql.keyed().fetch(dsl, LOCK, chunk, List.of(), rows -> TaskRows.all(rows, ids::get)));
        }
    }

    /** Takes note of rows that another lock keeps as they are. */
    void known(ResultQuery<TaskRecord> query) {
        note(TaskRows.found(query));
    }

    private void note(List<TaskRows.Found> tasks) {
        for (TaskRows.Found found : tasks) {
            TaskId id = found.row().id();
            before.putIfAbsent(id, found.row());
            found.home().ifPresent(home -> homes.put(id, home));
        }
    }

    /** As this transaction has made it. */
    Optional<TaskRow> find(TaskId task) {
        TaskRow row = after.containsKey(task) ? after.get(task) : before.get(task);
        return Optional.ofNullable(row);
    }

    /** All that are known here, each as this transaction has made it. */
    Stream<TaskRow> all() {
        return before.entrySet().stream().map(e -> after.getOrDefault(e.getKey(), e.getValue()));
    }

    TaskRow put(TaskRow row) {
        after.put(row.id(), row);
        return row;
    }

    /** The node that a waiting task is bound to. */
    Optional<Incarnation> home(TaskId task) {
        return Optional.ofNullable(homes.get(task));
    }

    void rememberHome(TaskId task, Incarnation home) {
        homes.put(task, home);
    }

    /** Keeps an attempt; the same one twice is kept once. */
    void keep(TaskId task, Attempt attempt) {
        Attempt.Span span = attempt.span();
        attempts.add(sql.inserting(dsl)
                .insertInto(TASK_ATTEMPT)
                .set(TASK_ATTEMPT.TASK_ID, task.toString())
                .set(TASK_ATTEMPT.FENCE, attempt.fence())
                .set(TASK_ATTEMPT.LATE, attempt.late())
                .set(
                        TASK_ATTEMPT.NODE,
                        attempt.node().map(Incarnation::toString).orElse(""))
                .set(TASK_ATTEMPT.NUMBER, attempt.number())
                .set(TASK_ATTEMPT.STARTED_AT, TaskColumns.millis(span.startedAt()))
                .set(TASK_ATTEMPT.FINISHED_AT, span.finishedAt().toEpochMilli())
                .set(TASK_ATTEMPT.OUTCOME, span.end().outcome().name())
                .set(TASK_ATTEMPT.REASON, span.end().reason().name())
                .set(TASK_ATTEMPT.ERROR, TaskColumns.error(span.end()))
                .onDuplicateKeyUpdate()
                .set(TASK_ATTEMPT.TASK_ID, TASK_ATTEMPT.TASK_ID));
    }

    /** @return the tasks whose rows bear the token now */
    List<TaskId> write(WriteToken token) {
        if (!attempts.isEmpty()) {
            sql.inserting(dsl).batch(attempts).execute();
        }
        Map<Map<Field<?>, @Nullable Object>, List<String>> alike = new LinkedHashMap<>();
        after.forEach((id, row) ->
                alike.computeIfAbsent(change(id, row), c -> new ArrayList<>()).add(id.toString()));
        alike.forEach((change, ids) -> Sql.chunks(ids).forEach(chunk -> write(change, chunk, token)));
        return List.copyOf(after.keySet());
    }

    private void write(Map<Field<?>, @Nullable Object> change, List<String> ids, WriteToken token) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        change.forEach((field, value) -> values.put(field, value instanceof More more ? more.than(field) : value));
        int written = dsl.update(TASK)
                .set(values)
                .set(TASK.TOKEN, token.text())
                .set(TASK.CANCEL_WANTED, false)
                .where(TASK.ID.in(ids))
                .execute();
        if (written != ids.size()) {
            throw new DataAccessException(
                    "of " + ids.size() + " locked tasks " + written + " could be written: nothing was changed");
        }
    }

    /** What is different, numbers that are raised as what is added to them. */
    private Map<Field<?>, @Nullable Object> change(TaskId id, TaskRow row) {
        TaskRow old = Objects.requireNonNull(before.get(id), "only locked tasks are written");
        Map<Field<?>, @Nullable Object> change = new LinkedHashMap<>();
        for (TaskColumns.Column column : TaskColumns.STANDING) {
            @Nullable Object was = column.value().apply(old);
            @Nullable Object is = column.value().apply(row);
            if (!Objects.equals(is, was)) {
                change.put(column.field(), TaskColumns.counts(column.field()) ? More.between(was, is) : is);
            }
        }
        if (homes.containsKey(id)) {
            boolean waits = row.state() == TaskState.WAITING;
            change.put(TASK.HOME, waits ? homes.get(id).toString() : null);
        }
        return change;
    }

    /** What is added to a number; rows with different numbers can share it. */
    private record More(long by) {
        static More between(@Nullable Object from, @Nullable Object to) {
            return new More(((Number) Objects.requireNonNull(to)).longValue()
                    - ((Number) Objects.requireNonNull(from)).longValue());
        }

        Field<?> than(Field<?> field) {
            return field.plus(by);
        }
    }
}
