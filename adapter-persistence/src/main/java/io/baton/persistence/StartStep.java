package io.baton.persistence;

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
import java.util.Optional;

/** Starts tasks for one node, by the domain's rule. */
final class StartStep {
    static final StartReply STALE = new StartReply(StartVerdict.STALE, Optional.empty(), 0, Optional.empty());

    private final LedgerStep step;
    private final Incarnation by;

    StartStep(LedgerStep step, Incarnation by) {
        this.step = step;
        this.by = by;
    }

    StartReply start(StartRequest request) {
        return step.tasks
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
        ExclusiveView view = row.exclusive() ? step.exclusives.view(row) : ExclusiveView.NONE;
        return StartRule.decide(row, fence, step.now(), step.jobs.of(row), view);
    }

    private StartReply run(TaskRow row, StartRequest request, boolean takes) {
        if (takes) {
            step.exclusives.take(row, step.release(by, Optional.empty()));
        }
        TaskRow started = step.tasks.put(RowSteps.started(row, by, step.now(), request.held()));
        long contextFence = row.exclusive() ? step.exclusives.find(row.job()).fence() : started.fence();
        return new StartReply(StartVerdict.STARTED, Optional.of(started), contextFence, Optional.empty());
    }

    private StartReply await(TaskRow row, boolean replaces) {
        Optional<FiringId> toCancel = Optional.empty();
        if (replaces) {
            toCancel = step.exclusives.find(row.job()).holder();
            step.exclusives.supersedeBefore(row, step.now());
            toCancel.ifPresent(step::replace);
        }
        row.standing().owner().filter(home -> row.bound()).ifPresent(home -> step.tasks.rememberHome(row.id(), home));
        TaskRow waiting = step.tasks.put(RowSteps.waiting(row));
        return new StartReply(StartVerdict.WAITS, Optional.of(waiting), 0, toCancel);
    }

    /** What is promoted by the end of a holder's task gets no message here: the sweep sends it. */
    private StartReply skip(TaskRow row, Reason reason) {
        TaskRow ended = step.tasks.put(RowSteps.ended(row, Ending.of(Outcome.SKIPPED, reason), step.now()));
        step.exclusives.afterEndOf(ended, step.release(by, Optional.empty()));
        return new StartReply(StartVerdict.SKIPPED, Optional.of(ended), 0, Optional.empty());
    }
}
