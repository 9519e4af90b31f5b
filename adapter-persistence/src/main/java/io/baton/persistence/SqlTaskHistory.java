package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;
import static io.baton.persistence.schema.Tables.TASK_ATTEMPT;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.TaskAttemptRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Reading the ledger in SQL. */
final class SqlTaskHistory implements TaskHistory {
    private static final int MOST = 1000;

    private final Transactions transactions;

    SqlTaskHistory(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<TaskRow> find(TaskId task) {
        return transactions.read(
                purpose("find " + task),
                dsl -> TaskRows.fetch(dsl.selectFrom(TASK).where(TASK.ID.eq(task.toString()))).stream()
                        .findFirst());
    }

    @Override
    public List<Attempt> attempts(TaskId task) {
        return attempts(List.of(task)).getOrDefault(task, List.of());
    }

    @Override
    public Map<TaskId, List<Attempt>> attempts(List<TaskId> tasks) {
        if (tasks.size() > MOST) {
            throw new IllegalArgumentException(tasks.size() + " tasks are too many: at most " + MOST);
        }
        Map<String, TaskId> ids = tasks.stream().collect(Collectors.toMap(TaskId::toString, id -> id, (a, b) -> a));
        Map<TaskId, List<Attempt>> all = new HashMap<>();
        transactions
                .read(
                        purpose(tasks.size() == 1 ? "attempts of " + tasks.get(0) : "attempts"),
                        dsl -> dsl.selectFrom(TASK_ATTEMPT)
                                .where(TASK_ATTEMPT.TASK_ID.in(ids.keySet()))
                                .orderBy(TASK_ATTEMPT.NUMBER, TASK_ATTEMPT.LATE, TASK_ATTEMPT.FENCE)
                                .fetch())
                .forEach(row -> all.computeIfAbsent(ids.get(row.getTaskId()), id -> new ArrayList<>())
                        .add(attempt(row)));
        return all;
    }

    private static Attempt attempt(TaskAttemptRecord r) {
        Attempt.Span span = new Attempt.Span(
                TaskColumns.instant(r.getStartedAt()),
                Instant.ofEpochMilli(r.getFinishedAt()),
                TaskColumns.ending(r.getOutcome(), r.getReason(), r.getError()).orElseThrow());
        return new Attempt(r.getNumber(), r.getFence(), TaskColumns.incarnation(r.getNode()), span, r.getLate());
    }

    @Override
    public List<TaskRow> search(Query query) {
        int limit = legal(query.limit());
        List<Condition> which = conditions(query.filter());
        query.before().map(SqlTaskHistory::before).ifPresent(which::add);
        return transactions.read(
                purpose("search"),
                dsl -> TaskRows.fetch(dsl.selectFrom(TASK)
                        .where(which)
                        .and(query.filter()
                                .node()
                                .map(node ->
                                        RunsOfNode.among(dsl, transactions.sql().vendor(), node))
                                .orElseGet(DSL::noCondition))
                        .orderBy(TASK.SCHEDULED_AT.desc(), TASK.ID.desc())
                        .limit(limit)));
    }

    private static int legal(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit + " is out of range: 1 to " + MOST);
        }
        return limit;
    }

    private static List<Condition> conditions(Filter filter) {
        List<Condition> which = new ArrayList<>();
        filter.job().map(JobKey::toString).map(TASK.JOB_NAME::eq).ifPresent(which::add);
        filter.outcome().map(SqlTaskHistory::ended).ifPresent(which::add);
        filter.state().map(Enum::name).map(TASK.STATE::eq).ifPresent(which::add);
        filter.span()
                .since()
                .map(Instant::toEpochMilli)
                .map(TASK.SCHEDULED_AT::ge)
                .ifPresent(which::add);
        filter.span()
                .until()
                .map(Instant::toEpochMilli)
                .map(TASK.SCHEDULED_AT::lt)
                .ifPresent(which::add);
        return which;
    }

    /** Most succeed; the others are found by an index of their own, however few they are. */
    private static Condition ended(Outcome outcome) {
        return outcome == Outcome.SUCCEEDED ? TASK.OUTCOME.eq(outcome.name()) : TASK.OTHER_OUTCOME.eq(outcome.name());
    }

    /** The first bound alone lets the database use its index. */
    private static Condition before(Cursor cursor) {
        long at = cursor.scheduledAt().toEpochMilli();
        return TASK.SCHEDULED_AT
                .le(at)
                .and(TASK.SCHEDULED_AT.lt(at).or(TASK.ID.lt(cursor.id().toString())));
    }

    @Override
    public boolean wantCancel(TaskId task) {
        return transactions.write(
                purpose("cancel of " + task),
                dsl -> dsl.update(TASK)
                                .set(TASK.CANCEL_WANTED, true)
                                .where(TASK.ID.eq(task.toString()))
                                .and(TASK.STATE.eq(TaskState.RUNNING.name()))
                                .execute()
                        > 0);
    }

    @Override
    public List<TaskId> unwanted(Incarnation owner) {
        return transactions.read(
                purpose("unwanted of " + owner),
                dsl -> dsl
                        .select(TASK.ID)
                        .from(TASK)
                        .where(TASK.STATE.eq(TaskState.RUNNING.name()))
                        .and(TASK.OWNER.eq(owner.toString()))
                        .and(TASK.CANCEL_WANTED.isTrue())
                        .orderBy(TASK.ID)
                        .fetch(TASK.ID)
                        .stream()
                        .map(TaskId::parse)
                        .toList());
    }

    /** Read from the index of what is open alone: it leads by state, and has the id behind the due time. */
    @Override
    public List<TaskId> overdue(Instant dueBefore, int most) {
        int limit = legal(most);
        return transactions.read(
                purpose("overdue"),
                dsl -> dsl
                        .select(TASK.ID)
                        .from(TASK)
                        .where(TASK.STATE.eq(TaskState.QUEUED.name()))
                        .and(TASK.DUE_AT.lt(dueBefore.toEpochMilli()))
                        .limit(limit)
                        .fetch(TASK.ID)
                        .stream()
                        .map(TaskId::parse)
                        .toList());
    }

    private static Purpose purpose(String operation) {
        return new Purpose("TaskHistory", operation);
    }
}
