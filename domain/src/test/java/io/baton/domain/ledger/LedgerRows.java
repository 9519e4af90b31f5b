package io.baton.domain.ledger;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Optional;

/** Rows to decide on. */
final class LedgerRows {
    static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    static final JobKey JOB = JobKey.parse("DEMO.greet");
    static final JobState IN_FORCE = new JobState(3, NOW.minusSeconds(60), true, false);

    private static final Incarnation NODE = Incarnation.parse("node/a");

    private LedgerRows() {}

    static FiringId due(long secondsAgo) {
        return FiringId.scheduled(JOB, NOW.minusSeconds(secondsAgo));
    }

    /** A queued task of version 3 with fence 1. */
    static TaskRow queued(FiringId firing, Overlap overlap) {
        return row(firing, new TaskRow.Promise(Delivery.AT_MOST_ONCE, overlap), Spread.ANY, TaskRow.Turn.FIRST);
    }

    static TaskRow row(FiringId firing, TaskRow.Promise promise, Spread spread, TaskRow.Turn turn) {
        Instant at = firing.due().orElse(NOW);
        TaskRow.Terms terms =
                new TaskRow.Terms(at, new TaskRow.Work(3, "demo.run", JsonText.EMPTY_OBJECT), promise, spread, 1);
        TaskRow.Standing standing = new TaskRow.Standing(
                TaskState.QUEUED, Optional.of(NODE), 1, turn, new TaskRow.Times(at, Optional.empty()));
        TaskRow.Story story = TaskRow.Story.claimed(NODE, at);
        return new TaskRow(TaskId.of(firing), terms, standing, story);
    }

    static TaskRow in(TaskState state, TaskRow row) {
        TaskRow.Standing s = row.standing();
        return new TaskRow(
                row.id(),
                row.terms(),
                new TaskRow.Standing(state, s.owner(), s.fence(), s.turn(), s.times()),
                row.story());
    }
}
