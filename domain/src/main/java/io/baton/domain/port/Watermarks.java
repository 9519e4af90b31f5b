package io.baton.domain.port;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Up to which due time each job's schedule has been seen to.
 *
 * <ol>
 *   <li>X1 A watermark only grows, by compare-and-set.
 *   <li>X2 Sweeping inserts the missing rows and advances the watermark in one transaction: both or neither. A row that
 *       is there already is left as it is.
 *   <li>X3 A sweep whose expected watermark is not the store's changes nothing, and says so by an empty answer.
 * </ol>
 */
public interface Watermarks {
    /** The watermarks of those jobs; a job that was never swept has {@link Instant#EPOCH}. */
    Map<JobKey, Instant> read(List<JobKey> jobs);

    /** Those of the tasks that are not in the ledger. @param tasks at most 10,000 */
    Set<TaskId> missing(List<TaskId> tasks);

    /** @return one answer a step, in order: the rows that were inserted */
    List<List<TaskRow>> sweep(List<Step> steps, WriteToken token);

    /**
     * @param expected the watermark that the caller read
     * @param to the new one, ≥ expected
     * @param claims the firings to insert
     */
    record Step(JobKey job, Instant expected, Instant to, List<Claim> claims) {
        public Step {
            claims = List.copyOf(claims);
        }
    }
}
