package io.baton.web.console;

import io.baton.application.access.Caller;
import io.baton.application.office.JobOffice;
import io.baton.domain.job.Job;
import io.baton.domain.job.Schedule;
import io.baton.domain.port.JobVersions.JobVersion;
import io.baton.domain.schedule.DueTimes;
import io.baton.domain.task.MissedRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was due in a stretch of the past, by the definitions that were in force then, against what the ledger has of it. */
final class PastDay {
    private static final int MOST_VERSIONS = 200;
    /** 500 jobs are compared: a job may cost a look for its earlier versions and one for its earlier misses. */
    static final int MOST_JOBS = 500;
    /** 20,000 due times are compared. */
    static final int MOST_TIMES = 20_000;

    private final JobOffice jobs;
    private final Caller who;
    private final DueTimes dueTimes;
    private final PastRuns runs;
    private final Instant until;
    private final Map<Instant, Tally> hours = new TreeMap<>();
    private final Map<Job, Tally> byJob = new TreeMap<>(java.util.Comparator.comparing(Job::key));
    private int times;
    private boolean cut;

    /** @param runs of the stretch; @param until its end, now */
    PastDay(JobOffice jobs, Caller who, DueTimes dueTimes, PastRuns runs, Instant until) {
        this.jobs = jobs;
        this.who = who;
        this.dueTimes = dueTimes;
        this.runs = runs;
        this.until = until;
        List<Job> all = jobs.all(who).stream()
                .filter(job -> !(job.schedule() instanceof Schedule.Manual) || changedSince(job, runs.from()))
                .toList();
        cut = all.size() > MOST_JOBS;
        all.stream().limit(MOST_JOBS).forEach(this::compare);
    }

    private record Stretch(Schedule schedule, Instant from, Instant until) {}

    /** By the hour in which it was due. */
    Map<Instant, Tally> hours() {
        return hours;
    }

    /** By job; only those of which something was due. */
    Map<Job, Tally> byJob() {
        return byJob;
    }

    /** Whether jobs or due times were left out. */
    boolean cut() {
        return cut;
    }

    private void compare(Job job) {
        Tally tally = new Tally();
        List<Instant> bare = new ArrayList<>();
        for (Stretch stretch : inForce(job)) {
            for (Instant due : due(stretch)) {
                if (runs.of(job.key(), due).isEmpty() && !runs.missed(job.key(), due)) {
                    bare.add(due);
                } else {
                    count(tally, job, due, false);
                }
            }
        }
        if (!bare.isEmpty()) {
            List<MissedRange> before = runs.missedBefore(job.key());
            bare.forEach(due -> count(tally, job, due, before.stream().noneMatch(range -> range.covers(due))));
        }
        if (tally.expected() > 0) {
            byJob.put(job, tally);
        }
    }

    /** @param bare whether the ledger has nothing that stands for it */
    private void count(Tally tally, Job job, Instant due, boolean bare) {
        Tally hour = hours.computeIfAbsent(due.truncatedTo(ChronoUnit.HOURS), at -> new Tally());
        for (Tally one : List.of(tally, hour)) {
            runs.of(job.key(), due)
                    .ifPresentOrElse(one::add, () -> one.addWithoutRow(bare, Duration.between(due, until)));
        }
    }

    private List<Instant> due(Stretch stretch) {
        int most = MOST_TIMES - times;
        List<Instant> due = new ArrayList<>();
        try {
            Optional<Instant> next =
                    dueTimes.next(stretch.schedule(), stretch.from().minusMillis(1));
            while (next.isPresent() && next.get().isBefore(stretch.until()) && due.size() < most) {
                due.add(next.get());
                next = dueTimes.next(stretch.schedule(), next.get());
            }
            cut |= due.size() == most && next.isPresent() && next.get().isBefore(stretch.until());
        } catch (IllegalArgumentException e) {
            // A definition that somebody wrote into the table, and that is none: the reconciler tells of it.
            return List.of();
        }
        times += due.size();
        return due;
    }

    /** Which schedules were in force when, within the stretch that is compared. */
    private List<Stretch> inForce(Job job) {
        if (!changedSince(job, runs.from())) {
            return job.enabled() ? List.of(new Stretch(job.schedule(), runs.from(), until)) : List.of();
        }
        List<Stretch> stretches = new ArrayList<>();
        Instant end = until;
        for (JobVersion version : jobs.versions(who, job.key(), MOST_VERSIONS)) {
            Instant effective = version.job().revision().effectiveFrom();
            Instant start = effective.isAfter(runs.from()) ? effective : runs.from();
            if (!version.deleted() && version.job().enabled() && start.isBefore(end)) {
                stretches.add(new Stretch(version.job().schedule(), start, end));
            }
            end = start.isBefore(end) ? start : end;
        }
        return stretches;
    }

    private static boolean changedSince(Job job, Instant since) {
        return job.revision().effectiveFrom().isAfter(since);
    }
}
