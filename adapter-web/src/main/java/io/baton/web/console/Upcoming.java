package io.baton.web.console;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Schedule;
import io.baton.domain.port.CronParser;
import io.baton.domain.schedule.DueTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is due next, over many jobs. Remembers of each job when it is due next, until then: most expressions of a large
 * cluster are read once and not at each look. Safe for any thread.
 */
final class Upcoming {
    /** 20,000 enabled jobs are looked at: more would make the page slow. */
    static final int MOST_JOBS = 20_000;
    /** 25,000 jobs, some 100 bytes each: those that are looked at together, and those of pages that people leaf through. */
    private static final int MOST_KNOWN = 25_000;

    private final DueTimes dueTimes;
    private final Map<JobKey, Known> known = new ConcurrentHashMap<>();

    /** That a schedule is due at that time and not before, from a moment on; empty = no more. */
    private record Known(Schedule schedule, Instant from, Optional<Instant> at) {
        boolean tells(Schedule asked, Instant after) {
            return schedule.equals(asked)
                    && !after.isBefore(from)
                    && at.map(after::isBefore).orElse(true);
        }
    }

    Upcoming(CronParser crons) {
        this.dueTimes = new DueTimes(crons);
    }

    /** A due time of a job. */
    record Due(Job job, Instant at) {}

    /** The first due times after now of all jobs together. */
    List<Due> next(List<Job> jobs, Instant now, Instant until, int most) {
        PriorityQueue<Due> heap = new PriorityQueue<>(
                Comparator.comparing(Due::at).thenComparing(due -> due.job().key()));
        jobs.stream()
                .filter(Job::enabled)
                .limit(MOST_JOBS)
                .flatMap(job -> first(job, now).stream())
                .filter(due -> !due.at().isAfter(until))
                .forEach(heap::add);
        List<Due> due = new ArrayList<>();
        while (!heap.isEmpty() && due.size() < most && !heap.peek().at().isAfter(until)) {
            Due first = heap.poll();
            due.add(first);
            after(first.job(), first.at()).ifPresent(heap::add);
        }
        return due;
    }

    /** When a job is due first after a moment that moves on with the clock, such as now. */
    Optional<Due> first(Job job, Instant now) {
        Known kept = known.get(job.key());
        if (kept == null || !kept.tells(job.schedule(), now)) {
            kept = new Known(job.schedule(), now, after(job, now).map(Due::at));
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(job.key(), kept);
        }
        return kept.at().map(at -> new Due(job, at));
    }

    private Optional<Due> after(Job job, Instant now) {
        try {
            return dueTimes.next(job.schedule(), now).map(at -> new Due(job, at));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The next due times of one job. */
    List<Instant> of(Job job, Instant now, int most) {
        List<Instant> times = new ArrayList<>();
        Optional<Due> next = after(job, now);
        while (next.isPresent() && times.size() < most) {
            times.add(next.get().at());
            next = after(job, next.get().at());
        }
        return times;
    }
}
