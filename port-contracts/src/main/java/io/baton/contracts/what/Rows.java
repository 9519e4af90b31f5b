package io.baton.contracts.what;

import io.baton.domain.job.Job;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as a node makes them to claim a firing. */
public final class Rows {
    /** Not the store's time: a test that finds it in the ledger has found a clock that does not count. */
    private static final Instant NODE_CLOCK = Instant.parse("2001-01-01T00:00:00Z");

    private Rows() {}

    /** One task, queued for the owner with a message under way. */
    public static Claim queued(Job job, Instant due, Incarnation owner) {
        return new Claim(
                List.of(row(job, TaskId.of(FiringId.scheduled(job.key(), due)), due, TaskState.QUEUED, owner)));
    }

    /** One task, started by its claim. */
    public static Claim running(Job job, Instant due, Incarnation owner) {
        return new Claim(
                List.of(row(job, TaskId.of(FiringId.scheduled(job.key(), due)), due, TaskState.RUNNING, owner)));
    }

    /** One task that somebody asked for. */
    public static Claim byHand(Job job, String request, Instant when, Incarnation owner) {
        return new Claim(
                List.of(row(job, TaskId.of(FiringId.requested(job.key(), request)), when, TaskState.QUEUED, owner)));
    }

    /** A parent and a child for each owner. */
    public static Claim spread(Job job, Instant due, List<Incarnation> owners) {
        FiringId firing = FiringId.scheduled(job.key(), due);
        List<TaskRow> rows = new ArrayList<>();
        rows.add(part(job, TaskId.of(firing), due, TaskState.SPREAD, Optional.empty(), owners));
        for (int n = 0; n < owners.size(); n++) {
            rows.add(part(job, TaskId.shard(firing, n), due, TaskState.QUEUED, Optional.of(owners.get(n)), owners));
        }
        return new Claim(rows);
    }

    /** A summary of due times that passed. */
    public static Claim misfired(Job job, Instant due, Incarnation by) {
        TaskRow row = row(job, TaskId.of(FiringId.scheduled(job.key(), due)), due, TaskState.DONE, by);
        TaskRow.Story story = new TaskRow.Story(
                by,
                NODE_CLOCK,
                Optional.empty(),
                Optional.empty(),
                Optional.of(NODE_CLOCK),
                Optional.of(Ending.of(Outcome.SKIPPED, Reason.MISFIRE)));
        return new Claim(List.of(new TaskRow(row.id(), row.terms(), row.standing(), story)));
    }

    private static TaskRow row(Job job, TaskId id, Instant due, TaskState state, Incarnation owner) {
        return part(job, id, due, state, Optional.of(owner), List.of(owner));
    }

    private static TaskRow part(
            Job job, TaskId id, Instant due, TaskState state, Optional<Incarnation> owner, List<Incarnation> all) {
        Spread spread = job.placement().spread();
        TaskRow.Terms terms = new TaskRow.Terms(
                due,
                new TaskRow.Work(
                        job.version(),
                        job.spec().work().target().text(),
                        job.spec().work().data()),
                new TaskRow.Promise(job.rules().delivery(), job.rules().overlap()),
                spread,
                all.size());
        Optional<Instant> sent = state == TaskState.QUEUED ? Optional.of(NODE_CLOCK) : Optional.empty();
        Optional<Instant> started = state == TaskState.RUNNING ? Optional.of(NODE_CLOCK) : Optional.empty();
        return new TaskRow(
                id,
                terms,
                new TaskRow.Standing(state, owner, 1, TaskRow.Turn.FIRST, new TaskRow.Times(due, sent)),
                new TaskRow.Story(
                        all.get(0), NODE_CLOCK, Optional.empty(), started, Optional.empty(), Optional.empty()));
    }
}
