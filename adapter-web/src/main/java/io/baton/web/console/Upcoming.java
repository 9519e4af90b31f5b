package io.baton.web.console;

import io.baton.domain.job.Job;
import io.baton.domain.port.CronParser;
import io.baton.domain.schedule.DueTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is due next, over many jobs. */
final class Upcoming {
    /** 2,000 jobs are looked at: more would make the page slow, and it says so. */
    static final int MOST_JOBS = 2000;

    private final DueTimes dueTimes;

    Upcoming(CronParser crons) {
        this.dueTimes = new DueTimes(crons);
    }

    /** A due time of a job. */
    record Due(Job job, Instant at) {}

    /** The first due times after now of all jobs together. */
    List<Due> next(List<Job> jobs, Instant now, Instant until, int most) {
        PriorityQueue<Due> heap = new PriorityQueue<>(Comparator.comparing(Due::at));
        jobs.stream()
                .filter(Job::enabled)
                .limit(MOST_JOBS)
                .forEach(job -> after(job, now).ifPresent(heap::add));
        List<Due> due = new ArrayList<>();
        while (!heap.isEmpty() && due.size() < most && !heap.peek().at().isAfter(until)) {
            Due first = heap.poll();
            due.add(first);
            after(first.job(), first.at()).ifPresent(heap::add);
        }
        return due;
    }

    Optional<Due> after(Job job, Instant now) {
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
