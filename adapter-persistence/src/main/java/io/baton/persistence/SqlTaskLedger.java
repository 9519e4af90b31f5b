package io.baton.persistence;

import io.baton.domain.ledger.ClaimRule;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.Transactions.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** The ledger in SQL. */
final class SqlTaskLedger implements TaskLedger {
    private static final ClaimReply LOST = new ClaimReply(ClaimVerdict.LOST, List.of());

    private final Transactions transactions;
    private final Tokens tokens;

    SqlTaskLedger(Transactions transactions, Tokens tokens) {
        this.transactions = transactions;
        this.tokens = tokens;
    }

    @Override
    public List<ClaimReply> claim(List<Claim> claims, WriteToken token) {
        claims.forEach(SqlTaskLedger::check);
        return Halving.run(
                purpose("claim", claims.size()),
                claims,
                part -> transactions.write(token, dsl -> claim(dsl, part, token)),
                claim -> LOST);
    }

    private static void check(Claim claim) {
        TaskRow head = claim.rows().get(0);
        if (head.state() == TaskState.RUNNING && head.exclusive()) {
            throw new IllegalArgumentException(head.id() + " forbids overlap: it cannot start with its claim");
        }
    }

    private Written<List<ClaimReply>> claim(DSLContext dsl, List<Claim> claims, WriteToken token) {
        JobStates jobs = JobStates.read(
                dsl,
                transactions.sql(),
                claims.stream().map(c -> c.firing().job()).toList());
        Map<FiringId, Claim> admitted = new HashMap<>();
        List<ClaimVerdict> verdicts = new ArrayList<>();
        for (Claim claim : claims) {
            TaskRow head = claim.rows().get(0);
            ClaimVerdict verdict = switch (ClaimRule.decide(head, jobs.now(), jobs.of(head))) {
                case ADMITTED ->
                    admitted.putIfAbsent(claim.firing(), claim) == null ? ClaimVerdict.WON : ClaimVerdict.LOST;
                case OUT_OF_FORCE -> ClaimVerdict.OUT_OF_FORCE;
                case TOO_EARLY -> ClaimVerdict.TOO_EARLY;
            };
            verdicts.add(verdict);
        }
        Map<FiringId, List<TaskRow>> won =
                new ClaimWriter(dsl, transactions.sql(), token, jobs.now()).insert(admitted.values());
        List<ClaimReply> replies = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            replies.add(reply(
                    verdicts.get(i), Optional.ofNullable(won.get(claims.get(i).firing()))));
        }
        return new Written<>(
                replies, won.values().stream().map(rows -> rows.get(0).id()).toList());
    }

    private static ClaimReply reply(ClaimVerdict verdict, Optional<List<TaskRow>> rows) {
        if (verdict != ClaimVerdict.WON) {
            return new ClaimReply(verdict, List.of());
        }
        return rows.map(r -> new ClaimReply(ClaimVerdict.WON, r)).orElse(LOST);
    }

    @Override
    public List<StartReply> start(List<StartRequest> requests, Incarnation by, WriteToken token) {
        return Halving.run(
                purpose("start", requests.size()),
                requests,
                part -> transactions.write(
                        token,
                        dsl -> LedgerStep.run(
                                dsl,
                                transactions.sql(),
                                part.stream().map(StartRequest::task).toList(),
                                token,
                                step -> {
                                    StartStep starts = new StartStep(step, by);
                                    return part.stream().map(starts::start).toList();
                                })),
                request -> StartStep.STALE);
    }

    @Override
    public List<FinishReply> finish(List<Finish> finishes) {
        WriteToken token = tokens.next();
        return Halving.run(
                purpose("finish", finishes.size()),
                finishes,
                part -> transactions.write(
                        token,
                        dsl -> LedgerStep.run(
                                dsl,
                                transactions.sql(),
                                part.stream().map(Finish::task).toList(),
                                token,
                                step -> {
                                    FinishStep ends = new FinishStep(step, dsl);
                                    return part.stream().map(ends::finish).toList();
                                })),
                finish -> FinishStep.LATE);
    }

    @Override
    public List<TaskRow> move(List<Move> moves, WriteToken token) {
        List<Optional<TaskRow>> moved = Halving.run(
                purpose("move", moves.size()),
                moves,
                part -> transactions.write(
                        token,
                        dsl -> LedgerStep.run(
                                dsl,
                                transactions.sql(),
                                part.stream().map(Move::task).toList(),
                                token,
                                step -> part.stream()
                                        .map(move -> move(step, move))
                                        .toList())),
                move -> Optional.empty());
        return moved.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<TaskRow> move(LedgerStep step, Move move) {
        return step.tasks
                .find(move.task())
                .filter(row -> row.state() == TaskState.QUEUED && row.fence() == move.fence())
                .map(row -> step.tasks.put(RowSteps.given(row, move.to(), Optional.of(step.now()))));
    }

    @Override
    public List<FinishReply> drop(List<Drop> drops, Incarnation by) {
        WriteToken token = tokens.next();
        return Halving.run(
                purpose("drop", drops.size()),
                drops,
                part -> transactions.write(
                        token,
                        dsl -> LedgerStep.run(
                                dsl,
                                transactions.sql(),
                                part.stream().map(Drop::task).toList(),
                                token,
                                step -> {
                                    FinishStep ends = new FinishStep(step, dsl);
                                    return part.stream()
                                            .map(drop -> ends.drop(drop, by))
                                            .toList();
                                })),
                drop -> FinishStep.LATE);
    }

    private static Purpose purpose(String operation, int size) {
        return new Purpose("TaskLedger", operation + " of " + size);
    }
}
