package io.baton.domain.ledger;

import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Ending;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskRow.Standing;
import io.baton.domain.task.TaskRow.Story;
import io.baton.domain.task.TaskRow.Times;
import io.baton.domain.task.TaskRow.Turn;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What each step makes of a row. Pure: the fence grows with every step to RUNNING and with every new owner. */
public final class RowSteps {
    private RowSteps() {}

    /**
     * The row as it enters the ledger: fence 1, and the store's times in place of the claimer's. A firing that was admitted
     * ahead of its due time, because the claimer's clock is a little fast, is due from now: otherwise its message would be
     * refused as too early, and it would wait for the sweep.
     */
    public static TaskRow entered(TaskRow claimed, Instant now) {
        TaskRow.Terms terms = claimed.terms();
        Standing standing = claimed.standing();
        Instant due = standing.times().dueAt().truncatedTo(ChronoUnit.MILLIS);
        Times times = new Times(
                due.isAfter(now) ? now : due, standing.times().sentAt().map(sent -> now));
        Optional<Instant> started = when(claimed.state() == TaskState.RUNNING, now);
        Optional<Instant> finished = when(claimed.state() == TaskState.DONE, now);
        return new TaskRow(
                claimed.id(),
                new TaskRow.Terms(
                        terms.scheduledAt().truncatedTo(ChronoUnit.MILLIS),
                        terms.work(),
                        terms.promise(),
                        terms.spread(),
                        terms.parts()),
                new Standing(standing.state(), standing.owner(), 1, standing.turn(), times),
                new Story(
                        claimed.story().claimedBy(),
                        now,
                        Optional.empty(),
                        started,
                        finished,
                        claimed.story().end()));
    }

    /** @param held for how long its message has been in the node's hands; empty if none brought it */
    public static TaskRow started(TaskRow row, Incarnation by, Instant now, Optional<Duration> held) {
        Standing standing = new Standing(
                TaskState.RUNNING,
                Optional.of(by),
                row.fence() + 1,
                row.standing().turn(),
                row.standing().times());
        return with(row, standing, row.story().started(now, held));
    }

    /** It waits for another firing of its job: nobody's, and its message is used up. */
    public static TaskRow waiting(TaskRow row) {
        Times times = new Times(row.standing().times().dueAt(), Optional.empty());
        Standing standing = new Standing(
                TaskState.WAITING, Optional.empty(), row.fence(), row.standing().turn(), times);
        return with(row, standing, row.story());
    }

    /** It is queued for a node. @param sentAt empty = no message is under way */
    public static TaskRow given(TaskRow row, Incarnation to, Optional<Instant> sentAt) {
        Times times = new Times(row.standing().times().dueAt(), sentAt);
        Standing standing = new Standing(
                TaskState.QUEUED,
                Optional.of(to),
                row.fence() + 1,
                row.standing().turn(),
                times);
        return with(row, standing, row.story());
    }

    /** It is queued for a further attempt, with no message under way. */
    public static TaskRow again(TaskRow row, Incarnation owner, Turn turn, Instant dueAt) {
        Standing standing = new Standing(
                TaskState.QUEUED,
                Optional.of(owner),
                row.fence() + 1,
                turn,
                new Times(dueAt.truncatedTo(ChronoUnit.MILLIS), Optional.empty()));
        return with(
                row,
                standing,
                Story.claimed(row.story().claimedBy(), row.story().claimedAt()));
    }

    public static TaskRow ended(TaskRow row, Ending end, Instant now) {
        Standing before = row.standing();
        Standing standing = new Standing(TaskState.DONE, before.owner(), before.fence(), before.turn(), before.times());
        return with(row, standing, row.story().ended(now, end));
    }

    /** The attempt that runs, as it ends now. */
    public static Attempt attempt(TaskRow running, Ending end, Instant now) {
        return new Attempt(
                running.attempt(),
                running.fence(),
                running.standing().owner(),
                new Attempt.Span(running.story().startedAt(), now, end),
                false);
    }

    private static TaskRow with(TaskRow row, Standing standing, Story story) {
        return new TaskRow(row.id(), row.terms(), standing, story);
    }

    private static Optional<Instant> when(boolean so, Instant now) {
        return so ? Optional.of(now) : Optional.empty();
    }
}
