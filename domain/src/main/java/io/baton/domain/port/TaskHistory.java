package io.baton.domain.port;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reading the ledger, and the wish to end a task.
 *
 * <ol>
 *   <li>H1 A found task is as its last committed step left it.
 *   <li>H2 A search returns tasks newest scheduled time first, then by id descending; the cursor of a page leads to the
 *       next without gap or repetition among rows that did not change.
 *   <li>H3 The attempts of a task are those before its latest, and the late ones, by number; of one number the late ones
 *       come last.
 *   <li>H4 A wish to cancel stays with a RUNNING task until it ends; it changes nothing else.
 *   <li>H5 Overdue are the QUEUED tasks that might have started before an instant, whoever owns them; of more than were asked
 *       for, so many of them. One that waits for another to end, or for the time of its next attempt, is not.
 * </ol>
 */
public interface TaskHistory {
    Optional<TaskRow> find(TaskId task);

    /** Of each of those tasks that has any. @param tasks at most 1,000 */
    Map<TaskId, List<Attempt>> attempts(List<TaskId> tasks);

    List<Attempt> attempts(TaskId task);

    List<TaskRow> search(Query query);

    /** Marks a RUNNING task as unwanted. @return whether it was running */
    boolean wantCancel(TaskId task);

    /** The RUNNING tasks of that owner that are unwanted. */
    List<TaskId> unwanted(Incarnation owner);

    /**
     * The QUEUED tasks whose due time is before the instant, in no order. Costs as much as there are QUEUED ones, however long
     * the ledger is.
     *
     * @param most 1..1,000
     */
    List<TaskId> overdue(Instant dueBefore, int most);

    /**
     * @param filter what to find
     * @param before the scheduled time and id of the last task of the page before; empty = the first page
     * @param limit 1..1,000
     */
    record Query(Filter filter, Optional<Cursor> before, int limit) {}

    record Cursor(Instant scheduledAt, TaskId id) {}

    /** Each empty field admits all. {@code since} is included, {@code until} is not. */
    record Filter(
            Optional<JobKey> job,
            Optional<Outcome> outcome,
            Optional<TaskState> state,
            Optional<NodeId> node,
            Span span) {
        public static final Filter ALL = new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Span(Optional.empty(), Optional.empty()));
    }

    record Span(Optional<Instant> since, Optional<Instant> until) {}
}
