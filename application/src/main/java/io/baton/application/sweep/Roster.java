package io.baton.application.sweep;

import io.baton.application.jobs.JobCatalog;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Schedule;
import io.baton.domain.schedule.DueIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What sweeps know of each job, and which jobs the next one has to look at: those whose due time has come, and those that
 * changed. A million others cost it nothing.
 *
 * <p>A job is either known, or unknown until its watermark is read. What is taken out to be looked at is unknown until it
 * is put back: a sweep that fails half-way leaves nothing that counts as done.
 */
final class Roster {
    private final JobCatalog catalog;
    private final DueIndex<JobKey, Seen> known = new DueIndex<>(Seen::job, Seen::look);
    private final Set<JobKey> unknown = new TreeSet<>();
    /** Filled by whoever changes the catalog, emptied by the sweep. */
    private final Set<JobKey> changed = ConcurrentHashMap.newKeySet();

    private boolean listening;
    private boolean empty = true;

    /**
     * Up to where a job's due times are known to be in the ledger.
     *
     * @param version of the job's definition, by which it was looked at
     * @param watermark as it stands in the database
     * @param behind whether a due time after the watermark has been seen, so that the watermark has to follow
     * @param look when the job has to be looked at again; {@link Instant#MAX} = never
     */
    record Seen(JobKey job, long version, Instant until, Instant watermark, boolean behind, Instant look) {
        /** 60 s: how far the watermark in the database may lag behind what was seen. */
        static final Duration LAG = Duration.ofSeconds(60);

        /** To be looked at at the next due time, or when the watermark has to follow, if that is earlier. */
        static Seen of(Job job, Instant until, Instant watermark, boolean behind, Optional<Instant> next) {
            Instant due = next.orElse(Instant.MAX);
            Instant move = behind ? watermark.plus(LAG).plusMillis(1) : Instant.MAX;
            return new Seen(job.key(), job.version(), until, watermark, behind, due.isBefore(move) ? due : move);
        }
    }

    Roster(JobCatalog catalog) {
        this.catalog = catalog;
    }

    void forget() {
        known.clear();
        unknown.clear();
        empty = true;
    }

    /** Follows the catalog: all of it at first, then what changed. */
    void follow() {
        if (!listening) {
            catalog.listen(changed::add);
            listening = true;
        }
        if (empty) {
            changed.clear();
            unknown.addAll(catalog.keys());
            empty = false;
        }
        for (Iterator<JobKey> keys = changed.iterator(); keys.hasNext(); ) {
            JobKey key = keys.next();
            // First taken off, then looked at: what changes in between is heard of once more.
            keys.remove();
            lose(key);
        }
    }

    /** The first jobs whose watermarks have to be read, by name. */
    List<Job> unknown(int most) {
        List<Job> jobs = new ArrayList<>();
        for (Iterator<JobKey> keys = unknown.iterator(); keys.hasNext() && jobs.size() < most; ) {
            Optional<Job> job = catalog.find(keys.next()).filter(Roster::swept);
            job.ifPresentOrElse(jobs::add, keys::remove);
        }
        return jobs;
    }

    /** Whether a job has due times that sweeps look for. */
    static boolean swept(Job job) {
        return job.enabled() && !(job.schedule() instanceof Schedule.Manual);
    }

    /** Takes the jobs that have to be looked at, those due earliest, sorted by name. */
    List<Seen> take(Instant until, int most) {
        List<Seen> taken = new ArrayList<>();
        Optional<Seen> next = known.take(until);
        while (next.isPresent()) {
            unknown.add(next.get().job());
            taken.add(next.get());
            next = taken.size() < most ? known.take(until) : Optional.empty();
        }
        taken.sort(Comparator.comparing(Seen::job));
        return taken;
    }

    void put(Seen seen) {
        unknown.remove(seen.job());
        known.put(seen);
    }

    /** What was known of a job does not count any more. */
    void lose(JobKey key) {
        known.remove(key);
        unknown.add(key);
    }

    boolean knows(JobKey key) {
        return known.find(key).isPresent();
    }
}
