package io.baton.application.fire;

import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Ending;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Optional;

/** Makes the ledger rows of a firing. */
public final class FiringRows {
    private final Incarnation claimer;

    public FiringRows(Incarnation claimer) {
        this.claimer = claimer;
    }

    /** A task that is queued on a node, with its message about to be sent. */
    public TaskRow queued(Firing firing, TaskId id, int parts, Incarnation owner) {
        return row(firing, id, parts, standing(firing, TaskState.QUEUED, Optional.of(owner), true), Optional.empty());
    }

    /** A task that starts here in the step that claims it. */
    public TaskRow running(Firing firing, TaskId id) {
        return row(firing, id, 1, standing(firing, TaskState.RUNNING, Optional.of(claimer), false), Optional.empty());
    }

    /** The parent of the tasks of a firing. */
    public TaskRow parent(Firing firing, int parts) {
        TaskId id = TaskId.of(firing.id());
        return row(firing, id, parts, standing(firing, TaskState.SPREAD, Optional.empty(), false), Optional.empty());
    }

    /** A task that ends before it begins. */
    public TaskRow ended(Firing firing, TaskId id, Ending end) {
        return row(firing, id, 1, standing(firing, TaskState.DONE, Optional.empty(), false), Optional.of(end));
    }

    private static TaskRow.Standing standing(
            Firing firing, TaskState state, Optional<Incarnation> owner, boolean sent) {
        Optional<Instant> sentAt = sent ? Optional.of(firing.scheduledAt()) : Optional.empty();
        TaskRow.Times times = new TaskRow.Times(firing.scheduledAt(), sentAt);
        return new TaskRow.Standing(state, owner, 1, TaskRow.Turn.FIRST, times);
    }

    private TaskRow row(Firing firing, TaskId id, int parts, TaskRow.Standing standing, Optional<Ending> end) {
        var spec = firing.job().spec();
        Spread spread = spec.placement().spread();
        TaskRow.Work work =
                new TaskRow.Work(firing.job().version(), spec.work().target().text(), firing.data());
        TaskRow.Promise promise =
                new TaskRow.Promise(spec.rules().delivery(), spec.rules().overlap());
        TaskRow.Terms terms = new TaskRow.Terms(firing.scheduledAt(), work, promise, spread, parts);
        Optional<Instant> finished = end.map(e -> firing.scheduledAt());
        TaskRow.Story story =
                new TaskRow.Story(claimer, firing.scheduledAt(), Optional.empty(), Optional.empty(), finished, end);
        return new TaskRow(id, terms, standing, story);
    }
}
