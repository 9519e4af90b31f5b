package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.ledger.RecoveryRule;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskRow.Turn;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.Transactions.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Recovery in SQL. */
final class SqlLedgerRecovery implements LedgerRecovery {
    private static final int MOST = 1000;

    private final Transactions transactions;
    private final Tokens tokens;

    SqlLedgerRecovery(Transactions transactions, Tokens tokens) {
        this.transactions = transactions;
        this.tokens = tokens;
    }

    @Override
    public Instant now() {
        return transactions.read(purpose("now"), transactions.sql()::now);
    }

    @Override
    public List<Incarnation> owners() {
        return transactions.read(
                purpose("owners"),
                dsl -> dsl
                        .selectDistinct(TASK.OWNER)
                        .from(TASK)
                        .where(TASK.STATE.in(TaskState.QUEUED.name(), TaskState.RUNNING.name()))
                        .and(TASK.OWNER.isNotNull())
                        .orderBy(TASK.OWNER)
                        .fetch(TASK.OWNER)
                        .stream()
                        .map(Incarnation::parse)
                        .toList());
    }

    @Override
    public List<TaskRow> held(Incarnation owner, TaskState state, int most) {
        return oldestDue("held by " + owner, most, TASK.STATE.eq(state.name()).and(TASK.OWNER.eq(owner.toString())));
    }

    @Override
    public List<TaskRow> unsent(Instant sentBefore, int most) {
        Instant now = now();
        return oldestDue(
                "unsent",
                most,
                TASK.STATE
                        .eq(TaskState.QUEUED.name())
                        .and(TASK.DUE_AT.le(now.toEpochMilli()))
                        .and(TASK.SENT_AT.isNull().or(TASK.SENT_AT.lt(sentBefore.toEpochMilli()))));
    }

    private List<TaskRow> oldestDue(String operation, int most, Condition which) {
        int limit = limit(most);
        return transactions.read(
                purpose(operation),
                dsl -> TaskRows.fetch(dsl.selectFrom(TASK)
                        .where(which)
                        .orderBy(TASK.DUE_AT, TASK.ID)
                        .limit(limit)));
    }

    @Override
    public List<TaskRow> recover(List<Lost> lost, Incarnation by, Reason why) {
        WriteToken token = tokens.next();
        List<List<TaskRow>> queued = Halving.run(
                purpose("recover " + lost.size()),
                lost,
                part -> transactions.write(
                        token,
                        dsl -> LedgerStep.run(
                                dsl,
                                transactions.sql(),
                                part.stream().map(Lost::task).toList(),
                                token,
                                step -> part.stream()
                                        .map(one -> recover(step, one, by, why))
                                        .toList())),
                one -> List.of());
        return queued.stream().flatMap(List::stream).toList();
    }

    private static List<TaskRow> recover(LedgerStep step, Lost lost, Incarnation by, Reason why) {
        return step.tasks
                .find(lost.task())
                .filter(row -> row.state() == TaskState.RUNNING && row.fence() == lost.fence())
                .map(row -> recover(step, row, by, why))
                .orElse(List.of());
    }

    private static List<TaskRow> recover(LedgerStep step, TaskRow row, Incarnation by, Reason why) {
        Optional<Ending> end = RecoveryRule.decide(row, why);
        if (end.isPresent()) {
            TaskRow ended = step.tasks.put(RowSteps.ended(row, end.get(), step.now()));
            return step.exclusives.afterEndOf(ended, step.release(by, Optional.empty()));
        }
        step.tasks.keep(row.id(), RowSteps.attempt(row, Ending.of(Outcome.LOST, why), step.now()));
        Turn turn = new Turn(row.attempt() + 1, row.standing().turn().recoveries() + 1);
        return List.of(step.tasks.put(
                RowSteps.again(row, by, turn, row.standing().times().dueAt())));
    }

    @Override
    public List<TaskRow> settle(Incarnation by, int most) {
        int limit = limit(most);
        if (nobodyWaits()) {
            return List.of();
        }
        new Parents(transactions, tokens).end(limit);
        return new Waiters(transactions, tokens).promote(by, limit);
    }

    /** One short look for what mostly is not there, instead of two long ones. */
    private boolean nobodyWaits() {
        Condition waits = TASK.STATE.in(TaskState.SPREAD.name(), TaskState.WAITING.name());
        return transactions.read(
                purpose("look for parents and waiters"),
                dsl -> dsl.select(TASK.ID)
                        .from(TASK)
                        .where(waits)
                        .limit(1)
                        .fetch()
                        .isEmpty());
    }

    @Override
    public int purge(Instant endedBefore, int most) {
        return transactions.write(purpose("purge"), dsl -> Retention.purge(dsl, endedBefore, most));
    }

    private static int limit(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most " + most + " is out of range: 1 to " + MOST);
        }
        return most;
    }

    private static Purpose purpose(String operation) {
        return new Purpose("LedgerRecovery", operation);
    }
}
