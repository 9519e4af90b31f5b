package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobRepository.Everything;
import io.baton.domain.port.Triggers.Armed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * The whole table of jobs beside what a node has of it: the version of every row is compared, and what is armed, and the rows
 * that differ are read.
 *
 * <p>What a user changes by SQL without another version shows in the row only. So rows are read in turn, too: all of them each
 * time up to 10,000 jobs, a tenth of 100,000, a fifteenth of a million.
 *
 * @param armed the jobs that are armed
 * @param gone what the node has and the table has not, sorted
 * @param rows those that differ, or whose turn it was
 */
record Survey(Set<JobKey> armed, List<JobKey> gone, Everything rows) {
    private static final int A_TURN = 10_000;
    /** 15: a change by SQL without another version is seen after as many comparisons at the latest. */
    private static final int MOST_TURNS = 15;
    /** 5,000 rows are read at once, some megabytes. */
    private static final int PIECE = 5_000;

    /** @param round counts the surveys, so that each row has its turn */
    static Survey of(JobRepository jobs, JobReconciler.Armament node, long round) {
        Set<JobKey> armed = new HashSet<>();
        node.triggers().armed().stream().map(Armed::job).forEach(armed::add);
        JobCatalog catalog = node.catalog();
        Set<JobKey> gone = new HashSet<>(catalog.keys());
        gone.addAll(armed);
        int turns = Math.min(MOST_TURNS, 1 + catalog.keys().size() / (A_TURN + 1));
        List<JobKey> wanted = new ArrayList<>();
        ObjLongConsumer<JobKey> each = (key, version) -> {
            gone.remove(key);
            Optional<Job> known = catalog.find(key).filter(job -> job.version() == version);
            boolean turn = Math.floorMod(key.hashCode(), turns) == Math.floorMod(round, turns);
            if (turn || known.isEmpty() || outOfLine(node, known.get(), armed)) {
                wanted.add(key);
            }
        };
        jobs.stamps(each);
        return new Survey(armed, gone.stream().sorted().toList(), read(jobs, wanted));
    }

    /** Cheap: the schedule is asked only for a job that is not armed. */
    private static boolean outOfLine(JobReconciler.Armament node, Job job, Set<JobKey> armed) {
        return armed.contains(job.key())
                ? !job.enabled()
                : node.arming().next(job).isPresent();
    }

    /** Some jobs, however many: in pieces, so that what a store holds while it answers stays small. */
    static Everything read(JobRepository jobs, List<JobKey> keys) {
        List<Job> found = new ArrayList<>();
        Map<JobKey, String> unreadable = new HashMap<>();
        for (int from = 0; from < keys.size(); from += PIECE) {
            Everything piece = jobs.some(keys.subList(from, Math.min(keys.size(), from + PIECE)));
            found.addAll(piece.jobs());
            unreadable.putAll(piece.unreadable());
        }
        return new Everything(found, unreadable);
    }
}
