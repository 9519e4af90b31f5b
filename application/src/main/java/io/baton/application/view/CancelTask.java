package io.baton.application.view;

import io.baton.application.execute.RunningTasks;
import io.baton.application.place.Relocation;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLedger.Drop;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.util.List;
import java.util.Optional;

/** Ends a task because an operator asks: one that waits at once, one that runs by an interrupt on its node within seconds. */
public final class CancelTask {
    private final TaskLedger ledger;
    private final TaskHistory history;
    private final Incarnation self;
    private final RunningTasks running;
    private final Relocation relocation;

    public CancelTask(
            TaskLedger ledger, TaskHistory history, Incarnation self, RunningTasks running, Relocation relocation) {
        this.ledger = ledger;
        this.history = history;
        this.self = self;
        this.running = running;
        this.relocation = relocation;
    }

    public enum Result {
        CANCELLED,
        /** Its node has been told. */
        ASKED,
        ENDED_ALREADY,
        NOT_FOUND
    }

    public Result cancel(TaskId task) {
        Optional<TaskRow> row = history.find(task);
        if (row.isEmpty()) {
            return Result.NOT_FOUND;
        }
        return switch (row.get().state()) {
            case DONE -> Result.ENDED_ALREADY;
            case SPREAD -> cancelParts(row.get());
            case RUNNING -> ask(row.get());
            case WAITING, QUEUED -> drop(row.get());
        };
    }

    private Result cancelParts(TaskRow parent) {
        for (int n = 0; n < parent.terms().parts(); n++) {
            cancel(TaskId.shard(parent.id().firing(), n));
        }
        return Result.ASKED;
    }

    private Result ask(TaskRow row) {
        if (!history.wantCancel(row.id())) {
            return history.find(row.id())
                            .filter(r -> r.state() == TaskState.DONE)
                            .isPresent()
                    ? Result.ENDED_ALREADY
                    : Result.ASKED;
        }
        running.endWith(row.id(), Outcome.CANCELLED);
        return Result.ASKED;
    }

    private Result drop(TaskRow row) {
        Ending end = Ending.of(Outcome.CANCELLED, Reason.BY_HAND);
        FinishReply reply =
                ledger.drop(List.of(new Drop(row.id(), row.fence(), end)), self).get(0);
        if (reply.late()) {
            return cancelOnceMore(row);
        }
        relocation.sendOwn(reply.promoted());
        return Result.CANCELLED;
    }

    /** It started in this very moment. */
    private Result cancelOnceMore(TaskRow row) {
        return history.find(row.id()).map(this::ask).orElse(Result.NOT_FOUND);
    }
}
