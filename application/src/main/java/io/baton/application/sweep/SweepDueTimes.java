package io.baton.application.sweep;

import io.baton.application.Tokens;
import io.baton.application.fire.Firing;
import io.baton.application.jobs.JobCatalog;
import io.baton.application.place.TaskDistributor;
import io.baton.application.sweep.MissedFirings.Missed;
import io.baton.application.sweep.Roster.Seen;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Misfire;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Looks for due times that are not in the ledger, so that each one ends there with a reason.
 *
 * <p>Per job it looks at (watermark, now − 2 s] by the database's clock, once a due time lies there. What it has seen is
 * remembered in memory. The watermark in the database follows when rows are inserted, and a minute after a due time that it
 * leaves behind; without such a due time it may stay, for nothing lies between it and what was seen: whoever reads it
 * later finds the same due times after it, and retention keeps no row for its sake.
 */
public final class SweepDueTimes {
    private static final Logger LOG = System.getLogger(SweepDueTimes.class.getName());
    /** 2 s: what is less late may just be being claimed. */
    private static final Duration MARGIN = Duration.ofSeconds(2);
    /** 1,000 due times of a job a sweep; of more, the latest are looked at one by one and the others summed up. */
    private static final int MOST = 1000;
    /** 50,000 jobs a sweep, about a second; of more, the others follow in the next: a new master knows a million after 80 s. */
    private static final int MOST_JOBS = 50_000;
    /**
     * 1,000 rows of tasks and watermarks: once there are so many they are entered, in a transaction of their own, and sent before
     * the next. One job may bring more, for what is missing of it is entered with its watermark.
     */
    private static final int HEAVY = 1000;

    private final JobCatalog catalog;
    private final DueTimes dueTimes;
    private final Watermarks watermarks;
    private final Insertion insertion;
    private final Tokens tokens;
    private final Roster roster;

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
        this.roster = new Roster(catalog);
    }

    /** Forgets what was seen: another node may have been the master meanwhile. */
    public void forget() {
        roster.forget();
    }

    /** @param now by the database's clock */
    public void sweep(Instant now) {
        Instant until = now.minus(MARGIN);
        roster.follow();
        learn(roster.unknown(MOST_JOBS)).forEach(roster::put);
        List<Look> looks = roster.take(until, MOST_JOBS).stream()
                .flatMap(seen -> catalog
                        .find(seen.job())
                        .filter(job -> job.version() == seen.version())
                        .map(job -> look(job, seen, until))
                        .stream())
                .toList();
        Set<TaskId> missing = missing(looks);
        List<Entry> steps = new ArrayList<>();
        int weight = 0;
        int entered = 0;
        try {
            for (Look look : looks) {
                weight += step(look, missing, now, until, steps);
                if (weight >= HEAVY) {
                    entered += apply(steps);
                    steps.clear();
                    weight = 0;
                }
            }
            entered += apply(steps);
        } finally {
            tell(entered);
        }
    }

    /** Looks at one job. @return whether all that was due by now is in the ledger: of a schedule that nobody can read, nothing */
    boolean settle(Job job, Instant now) {
        if (!Roster.swept(job) || !dueTimes.readable(job.schedule())) {
            return true;
        }
        Look look = look(job, learn(List.of(job)).get(0), now);
        List<Entry> steps = new ArrayList<>();
        step(look, missing(List.of(look)), now, now, steps);
        tell(apply(steps));
        return steps.isEmpty() || roster.knows(job.key());
    }

    /** Reads the watermarks of jobs that were not looked at yet. */
    private List<Seen> learn(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        Map<JobKey, Instant> read = watermarks.read(jobs.stream().map(Job::key).toList());
        List<Seen> learned = new ArrayList<>();
        for (Job job : jobs) {
            Instant watermark = read.get(job.key());
            if (watermark != null) {
                Instant effective = job.revision().effectiveFrom().minusMillis(1);
                Instant start = watermark.isAfter(effective) ? watermark : effective;
                // What earlier versions were due for is in the ledger; its rows go once the watermark has passed them.
                boolean behind = job.version() > 1 && watermark.isBefore(effective);
                learned.add(Seen.of(job, start, watermark, behind, dueTimes.next(job.schedule(), start)));
            }
        }
        return learned;
    }

    private Look look(Job job, Seen from, Instant until) {
        return new Look(job, from, dueTimes.between(job.schedule(), from.until(), until, MOST));
    }

    private Set<TaskId> missing(List<Look> looks) {
        Set<TaskId> missing = new HashSet<>();
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

    /** @return how many rows it adds to the steps: those of its tasks, and one of the watermark */
    private int step(Look look, Set<TaskId> missing, Instant now, Instant until, List<Entry> steps) {
        Seen from = look.from();
        if (until.isBefore(from.until())) {
            roster.put(from);
            return 0;
        }
        Missed missed = insertion.missed().missed(look.job(), look.range(), missing, now);
        Instant watermark = from.watermark();
        boolean behind = from.behind() || look.range().first().isPresent();
        int weight = 0;
        if (!missed.claims().isEmpty() || watermark.plus(Seen.LAG).isBefore(until)) {
            Step step = new Step(from.job(), watermark, until, missed.claims());
            steps.add(new Entry(step, look.job().rules().misfire().policy(), missed.misfired()));
            watermark = until;
            behind = false;
            weight = 1
                    + missed.claims().stream()
                            .mapToInt(claim -> claim.rows().size())
                            .sum();
        }
        roster.put(Seen.of(look.job(), until, watermark, behind, look.range().next()));
        return weight;
    }

    /** @return how many tasks are in the ledger now that were not */
    private int apply(List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        List<Step> steps = entries.stream().map(Entry::step).toList();
        List<List<TaskRow>> answers;
        try {
            answers = watermarks.sweep(steps, tokens.next());
        } catch (RuntimeException e) {
            steps.forEach(step -> roster.lose(step.job()));
            throw e;
        }
        settled(entries, answers);
        List<TaskRow> inserted = answers.stream().flatMap(List::stream).toList();
        insertion
                .distributor()
                .send(inserted.stream()
                        .filter(r -> r.state() == TaskState.QUEUED)
                        .toList());
        return inserted.size();
    }

    private static void tell(int entered) {
        if (entered > 0) {
            LOG.log(Level.INFO, "the sweep entered {0} tasks for due times that nobody had claimed", entered);
        }
    }

    /**
     * A step that inserted nothing may have been refused, for another master moved the watermark meanwhile: what was seen
     * does not count then, and the next sweep looks from where the database says.
     */
    private void settled(List<Entry> entries, List<List<TaskRow>> answers) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (answers.get(i).isEmpty()) {
                roster.lose(entry.step().job());
            } else if (entry.misfired() > 0) {
                insertion.told().accept(entry.policy(), entry.misfired());
            }
        }
    }
}
