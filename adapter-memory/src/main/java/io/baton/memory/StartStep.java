package io.baton.memory;

import io.baton.domain.ledger.RowSteps;
import io.baton.domain.ledger.StartDecision;
import io.baton.domain.ledger.StartRule;
import io.baton.domain.ledger.StartRule.ExclusiveView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger.StartReply;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Optional;

/** Starts tasks for one node, by the domain's rule. The caller holds the tables' monitor. */
final class StartStep {
    private static final StartReply STALE = new StartReply(StartVerdict.STALE, Optional.empty(), 0, Optional.empty());

    private final MemoryTables tables;
    private final Incarnation by;
    private final Instant now;

    StartStep(MemoryTables tables, Incarnation by) {
        this.tables = tables;
        this.by = by;
        this.now = tables.now();
    }

    StartReply start(StartRequest request) {
        return tables.tasks
                .find(request.task())
                .map(row -> decide(row, request.fence())
                        .fold(
                                run -> run(row, request, run.takes()),
                                wait -> await(row, wait.replaces()),
                                skip -> skip(row, skip.reason()),
                                () -> STALE))
                .orElse(STALE);
    }

    private StartDecision decide(TaskRow row, long fence) {
        ExclusiveView view = row.exclusive() ? tables.exclusives.view(row) : ExclusiveView.NONE;
        return StartRule.decide(row, fence, now, tables.jobs.state(row.job()), view);
    }

    private StartReply run(TaskRow row, StartRequest request, boolean takes) {
        if (takes) {
            tables.exclusives.take(row, new ExclusiveTable.Release(by, now, Optional.empty()));
        }
        TaskRow started = tables.tasks.put(RowSteps.started(row, by, now, request.held()));
        long contextFence = row.exclusive() ? tables.exclusives.find(row.job()).fence() : started.fence();
        return new StartReply(StartVerdict.STARTED, Optional.of(started), contextFence, Optional.empty());
    }

    private StartReply await(TaskRow row, boolean replaces) {
        Optional<FiringId> toCancel = Optional.empty();
        if (replaces) {
            toCancel = tables.exclusives.find(row.job()).holder();
            tables.exclusives.supersedeBefore(row, now);
            toCancel.ifPresent(this::cancel);
        }
        TaskRow waiting = tables.tasks.put(RowSteps.waiting(row));
        row.standing().owner().filter(home -> row.bound()).ifPresent(home -> tables.tasks.rememberHome(row.id(), home));
        return new StartReply(StartVerdict.WAITS, Optional.of(waiting), 0, toCancel);
    }

    private void cancel(FiringId firing) {
        tables.tasks
                .open(r -> r.state() == TaskState.RUNNING && r.id().firing().equals(firing))
                .forEach(r -> tables.tasks.markUnwanted(r.id()));
    }

    /** What is promoted by the end of a holder's task gets no message here: the sweep sends it. */
    private StartReply skip(TaskRow row, Reason reason) {
        TaskRow ended = tables.tasks.put(RowSteps.ended(row, Ending.of(Outcome.SKIPPED, reason), now));
        tables.exclusives.afterEndOf(ended, new ExclusiveTable.Release(by, now, Optional.empty()));
        return new StartReply(StartVerdict.SKIPPED, Optional.of(ended), 0, Optional.empty());
    }
}
