package io.baton.memory;

import io.baton.domain.ledger.ClaimRule;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger of a {@link MemoryDatabase}. The fate of a write is never unknown here, so tokens decide nothing. */
final class MemoryTaskLedger implements TaskLedger {
    private final MemoryTables tables;

    MemoryTaskLedger(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public List<ClaimReply> claim(List<Claim> claims, WriteToken token) {
        synchronized (tables) {
            Instant now = tables.now();
            return claims.stream().map(claim -> claim(claim, now)).toList();
        }
    }

    private ClaimReply claim(Claim claim, Instant now) {
        TaskRow head = claim.rows().get(0);
        if (head.state() == TaskState.RUNNING && head.exclusive()) {
            throw new IllegalArgumentException(head.id() + " forbids overlap: it cannot start with its claim");
        }
        return switch (ClaimRule.decide(head, now, tables.jobs.state(head.job()))) {
            case ADMITTED -> enter(claim, now);
            case OUT_OF_FORCE -> new ClaimReply(ClaimVerdict.OUT_OF_FORCE, List.of());
            case TOO_EARLY -> new ClaimReply(ClaimVerdict.TOO_EARLY, List.of());
        };
    }

    private ClaimReply enter(Claim claim, Instant now) {
        if (claim.rows().stream().anyMatch(row -> tables.tasks.holds(row.id()))) {
            return new ClaimReply(ClaimVerdict.LOST, List.of());
        }
        return new ClaimReply(
                ClaimVerdict.WON,
                claim.rows().stream()
                        .map(row -> tables.tasks.put(RowSteps.entered(row, now)))
                        .toList());
    }

    @Override
    public List<StartReply> start(List<StartRequest> requests, Incarnation by, WriteToken token) {
        synchronized (tables) {
            StartStep step = new StartStep(tables, by);
            return requests.stream().map(step::start).toList();
        }
    }

    @Override
    public List<FinishReply> finish(List<Finish> finishes) {
        synchronized (tables) {
            FinishStep step = new FinishStep(tables);
            return finishes.stream().map(step::finish).toList();
        }
    }

    @Override
    public List<TaskRow> move(List<Move> moves, WriteToken token) {
        synchronized (tables) {
            Optional<Instant> now = Optional.of(tables.now());
            return moves.stream()
                    .flatMap(move -> tables
                            .tasks
                            .find(move.task())
                            .filter(row -> row.state() == TaskState.QUEUED && row.fence() == move.fence())
                            .map(row -> tables.tasks.put(RowSteps.given(row, move.to(), now)))
                            .stream())
                    .toList();
        }
    }

    @Override
    public List<FinishReply> drop(List<Drop> drops, Incarnation by) {
        synchronized (tables) {
            FinishStep step = new FinishStep(tables);
            return drops.stream().map(drop -> step.drop(drop, by)).toList();
        }
    }
}
