package io.baton.application.sweep;

import io.baton.application.Tokens;
import io.baton.application.fire.Firing;
import io.baton.application.jobs.JobCatalog;
import io.baton.application.place.TaskDistributor;
import io.baton.application.sweep.MissedFirings.Missed;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Misfire;
import io.baton.domain.job.Schedule;
import io.baton.domain.port.Watermarks;
import io.baton.domain.port.Watermarks.Step;
import io.baton.domain.schedule.DueTimes;
import io.baton.domain.schedule.DueTimes.Range;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Looks for due times that are not in the ledger, so that each one ends there with a reason.
 *
 * <p>Per job it looks at (watermark, now − 2 s] by the database's clock. What it has seen is remembered in memory; the
 * watermark in the database follows when rows are inserted, and once a minute.
 */
public final class SweepDueTimes {
    private static final Logger LOG = System.getLogger(SweepDueTimes.class.getName());
    /** 2 s: what is less late may just be being claimed. */
    private static final Duration MARGIN = Duration.ofSeconds(2);
    /** 60 s: how far the watermark in the database may lag behind what was seen. */
    private static final Duration LAG = Duration.ofSeconds(60);
    /** 1,000 due times of a job a sweep; of more, the latest are looked at one by one and the others summed up. */
    private static final int MOST = 1000;

    private final JobCatalog catalog;
    private final DueTimes dueTimes;
    private final Watermarks watermarks;
    private final Insertion insertion;
    private final Tokens tokens;
    private final Map<JobKey, Seen> seen = new HashMap<>();

    /** How missed firings get into the ledger and on their way. */
    public record Insertion(MissedFirings missed, TaskDistributor distributor, ObjIntConsumer<Misfire> told) {
        /** @param told how many due times of a job were left to its misfire policy */
        public Insertion(
                io.baton.application.fire.FiringPlan plan,
                io.baton.application.fire.FiringRows rows,
                TaskDistributor distributor,
                ObjIntConsumer<Misfire> told) {
            this(new MissedFirings(plan, rows), distributor, told);
        }
    }

    /** Up to where a job's due times are known to be in the ledger, and where the database's watermark stands. */
    private record Seen(Instant effectiveFrom, Instant until, Instant watermark) {}

    /** What a step will have settled, once the database has taken it. */
    private record Entry(Step step, Misfire policy, int misfired) {}

    private record Look(Job job, Seen from, Range range) {}

    public SweepDueTimes(
            JobCatalog catalog, DueTimes dueTimes, Watermarks watermarks, Insertion insertion, Tokens tokens) {
        this.catalog = catalog;
        this.dueTimes = dueTimes;
        this.watermarks = watermarks;
        this.insertion = insertion;
        this.tokens = tokens;
    }

    /** Forgets what was seen: another node may have been the master meanwhile. */
    public void forget() {
        seen.clear();
    }

    /** @param now by the database's clock */
    public void sweep(Instant now) {
        Instant until = now.minus(MARGIN);
        List<Job> jobs = catalog.all().stream()
                .filter(j -> j.enabled() && !(j.schedule() instanceof Schedule.Manual))
                .sorted(java.util.Comparator.comparing(Job::key))
                .toList();
        seen.keySet().retainAll(jobs.stream().map(Job::key).collect(java.util.stream.Collectors.toSet()));
        learn(jobs);
        List<Look> looks = jobs.stream().map(job -> look(job, until)).toList();
        Set<TaskId> missing = missing(looks);
        List<Entry> steps = new ArrayList<>();
        for (Look look : looks) {
            step(look, missing, now, until, steps);
        }
        apply(steps);
    }

    /** Looks at one job. @return whether all that was due by now is in the ledger */
    boolean settle(Job job, Instant now) {
        if (!job.enabled() || job.schedule() instanceof Schedule.Manual) {
            return true;
        }
        learn(List.of(job));
        Look look = look(job, now);
        List<Entry> steps = new ArrayList<>();
        step(look, missing(List.of(look)), now, now, steps);
        apply(steps);
        return steps.isEmpty() || seen.containsKey(job.key());
    }

    /** Reads the watermarks of jobs that were not looked at yet. */
    private void learn(List<Job> jobs) {
        List<JobKey> unknown = jobs.stream()
                .filter(j -> {
                    Seen known = seen.get(j.key());
                    return known == null
                            || !known.effectiveFrom().equals(j.revision().effectiveFrom());
                })
                .map(Job::key)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        Map<JobKey, Instant> read = watermarks.read(unknown);
        for (Job job : jobs) {
            Instant watermark = read.get(job.key());
            if (watermark != null) {
                Instant effective = job.revision().effectiveFrom();
                Instant start = watermark.isAfter(effective.minusMillis(1)) ? watermark : effective.minusMillis(1);
                seen.put(job.key(), new Seen(effective, start, watermark));
            }
        }
    }

    private Look look(Job job, Instant until) {
        Seen from = java.util.Objects.requireNonNull(seen.get(job.key()), "every job was learned");
        return new Look(job, from, dueTimes.between(job.schedule(), from.until(), until, MOST));
    }

    private Set<TaskId> missing(List<Look> looks) {
        Set<TaskId> missing = new java.util.HashSet<>();
        List<TaskId> asked = new ArrayList<>();
        for (Look look : looks) {
            look.range()
                    .latest()
                    .forEach(due ->
                            asked.add(TaskId.of(Firing.due(look.job(), due).id())));
            if (asked.size() >= 5 * MOST) {
                missing.addAll(watermarks.missing(asked));
                asked.clear();
            }
        }
        if (!asked.isEmpty()) {
            missing.addAll(watermarks.missing(asked));
        }
        return missing;
    }

    private void step(Look look, Set<TaskId> missing, Instant now, Instant until, List<Entry> steps) {
        if (until.isBefore(look.from().until())) {
            return;
        }
        Missed missed = insertion.missed().missed(look.job(), look.range(), missing, now);
        Instant watermark = look.from().watermark();
        if (!missed.claims().isEmpty() || watermark.plus(LAG).isBefore(until)) {
            Step step = new Step(look.job().key(), watermark, until, missed.claims());
            steps.add(new Entry(step, look.job().rules().misfire().policy(), missed.misfired()));
            watermark = until;
        }
        seen.put(look.job().key(), new Seen(look.from().effectiveFrom(), until, watermark));
    }

    private void apply(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<Step> steps = entries.stream().map(Entry::step).toList();
        List<List<TaskRow>> answers;
        try {
            answers = watermarks.sweep(steps, tokens.next());
        } catch (RuntimeException e) {
            steps.forEach(step -> seen.remove(step.job()));
            throw e;
        }
        learn(entries, answers);
        List<TaskRow> inserted = answers.stream().flatMap(List::stream).toList();
        insertion
                .distributor()
                .send(inserted.stream()
                        .filter(r -> r.state() == TaskState.QUEUED)
                        .toList());
        if (!inserted.isEmpty()) {
            LOG.log(Level.INFO, "the sweep entered {0} tasks for due times that nobody had claimed", inserted.size());
        }
    }

    /**
     * A step that inserted nothing may have been refused, for another master moved the watermark meanwhile: what was seen
     * does not count then, and the next sweep looks from where the database says.
     */
    private void learn(List<Entry> entries, List<List<TaskRow>> answers) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (answers.get(i).isEmpty()) {
                seen.remove(entry.step().job());
            } else if (entry.misfired() > 0) {
                insertion.told().accept(entry.policy(), entry.misfired());
            }
        }
    }
}
