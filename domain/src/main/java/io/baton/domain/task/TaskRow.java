package io.baton.domain.task;

import io.baton.domain.job.Delivery;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as the ledger has it.
 *
 * @param terms what was fixed when it was claimed
 * @param standing where it stands now
 * @param story what became of its latest attempt
 */
public record TaskRow(TaskId id, Terms terms, Standing standing, Story story) {

    /**
     * What was fixed when the task was claimed, whatever becomes of its job's definition.
     *
     * @param scheduledAt the due time that it serves, or the time of the request
     * @param work the job version in force, the target as written, and the data
     * @param parts the number of tasks of its firing, 1 if it is the whole
     */
    public record Terms(Instant scheduledAt, Work work, Promise promise, Spread spread, int parts) {}

    public record Work(long jobVersion, String target, JsonText data) {}

    public record Promise(Delivery delivery, Overlap overlap) {}

    /**
     * Where the task stands.
     *
     * @param owner the incarnation that it was given to or that runs it; empty while WAITING or SPREAD
     * @param fence from 1, grows with every step that may start it
     * @param turn how often it was tried
     * @param times from when it may start, and when its message was sent
     */
    public record Standing(TaskState state, Optional<Incarnation> owner, long fence, Turn turn, Times times) {}

    /**
     * @param attempt from 1
     * @param recoveries how many of the attempts were recoveries from a vanished node
     */
    public record Turn(int attempt, int recoveries) {
        public static final Turn FIRST = new Turn(1, 0);
    }

    /**
     * @param dueAt not started before; the scheduled time at first, or that of the claim if it came a little earlier; later
     *     that of the next attempt
     * @param sentAt when its message was, or is just being, put on its owner's queue; empty = no message is under way
     */
    public record Times(Instant dueAt, Optional<Instant> sentAt) {}

    /**
     * What became of the latest attempt.
     *
     * @param claimedBy the incarnation that claimed the firing
     * @param claimedAt when
     * @param takenAt when the node that runs the latest attempt took its message; empty if none brought it, or it has not started
     * @param startedAt of the latest attempt
     * @param finishedAt of the latest attempt
     * @param end how it ended, once it has
     */
    public record Story(
            Incarnation claimedBy,
            Instant claimedAt,
            Optional<Instant> takenAt,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            Optional<Ending> end) {

        /** Of a firing that was claimed and has not started. */
        public static Story claimed(Incarnation by, Instant at) {
            return new Story(by, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Of an attempt that starts now. @param held for how long the node has had its message; empty if none brought it */
        public Story started(Instant now, Optional<Duration> held) {
            Optional<Instant> taken = held.map(span -> now.minusMillis(span.toMillis()));
            return new Story(claimedBy, claimedAt, taken, Optional.of(now), Optional.empty(), Optional.empty());
        }

        public Story ended(Instant now, Ending how) {
            return new Story(claimedBy, claimedAt, takenAt, startedAt, Optional.of(now), Optional.of(how));
        }
    }

    public JobKey job() {
        return id.job();
    }

    public TaskState state() {
        return standing.state();
    }

    public long fence() {
        return standing.fence();
    }

    public int attempt() {
        return standing.turn().attempt();
    }

    /** Whether at most one firing of its job may run at a time. */
    public boolean exclusive() {
        return terms.promise().overlap().exclusive();
    }

    /** Whether it may run only where it was placed at first: a broadcast's child, or a master-only task. */
    public boolean bound() {
        return terms.spread() == Spread.BROADCAST || terms.spread() == Spread.MASTER;
    }
}
