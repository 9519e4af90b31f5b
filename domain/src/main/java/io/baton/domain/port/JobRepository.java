package io.baton.domain.port;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs' definitions.
 *
 * <ol>
 *   <li>J1 A saved job is found again, equal in every field, by every client of the store.
 *   <li>J2 Every change (save, enable, delete) raises the version by compare-and-set and sets effective-from to the
 *       store's time; saving what is there already changes nothing.
 *   <li>J3 Saving names the version that it was based on, deleting may; if another is in force, nothing changes and it
 *       says so.
 *   <li>J4 A deleted job is not found, its version number is remembered: one made again under the same name continues
 *       from there.
 *   <li>J5 Keys that differ in case only are two jobs.
 *   <li>J6 {@code stamps} tells every job there is; a short answer is an exception.
 *   <li>J7 A row that cannot be read (a user's mistake in SQL) is reported as unreadable and harms no other; it can be
 *       overwritten by a save that is based on its version, and deleted.
 *   <li>J8 A row that a user inserted by SQL with only the documented columns is a job like any other, in force
 *       from when it is noticed; a single due time that passed less than 20 min before counts as noticed in time.
 *   <li>J9 As long as the {@code fingerprint} stays the same, so do the {@code stamps}.
 * </ol>
 */
public interface JobRepository extends JobChanges {
    /** @throws UnreadableJobException if it is there and its row cannot be read */
    Optional<Job> find(JobKey key);

    /** Every job, readable or not. */
    Everything all();

    /** The jobs of those keys, readable or not; missing ones are left out. */
    Everything some(List<JobKey> keys);

    /**
     * Creates or changes a job.
     *
     * @param basedOn the version that the caller saw; 0 = the job must not exist
     * @param enabled the paused state after the save
     */
    SaveReply save(JobKey key, JobSpec spec, boolean enabled, long basedOn);

    /** @return the job as it stands now; empty if there is none */
    Optional<Job> enable(JobKey key, boolean enabled);

    /** @return whether it was there */
    boolean delete(JobKey key);

    /** @param basedOn the version that the caller saw @return whether it was there, in this version */
    boolean delete(JobKey key, long basedOn);

    /**
     * @param job as it stands in the store now
     * @param conflict whether another version was in force, so that nothing was changed
     */
    record SaveReply(Optional<Job> job, boolean conflict) {}

    /** @param unreadable the rows that could not be read, each with the reason */
    record Everything(List<Job> jobs, Map<JobKey, String> unreadable) {
        public Everything {
            jobs = List.copyOf(jobs);
            unreadable = Map.copyOf(unreadable);
        }
    }
}
