package io.baton.application.jobs;

import io.baton.application.Surroundings;
import io.baton.application.jobs.JobReader.Read;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Schedule;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobRepository.SaveReply;
import io.baton.domain.port.UnreadableJobException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Creates, changes, pauses and deletes jobs; this node follows at once, the others within seconds. */
public final class ManageJobs {
    /** 20: each try that fails means that another node's change was taken. */
    private static final int MOST_TRIES = 20;

    private final JobRepository jobs;
    private final JobReader reader;
    private final TargetCheck targets;
    private final Around around;
    private final Surroundings surroundings;

    /**
     * What happens around a change.
     *
     * @param before enters what was due up to now into the ledger: once the definition is another, nobody looks for it
     * @param after follows the change on this node
     */
    public record Around(Consumer<Job> before, JobReconciler after) {}

    public ManageJobs(
            JobRepository jobs, JobReader reader, TargetCheck targets, Around around, Surroundings surroundings) {
        this.jobs = jobs;
        this.reader = reader;
        this.targets = targets;
        this.around = around;
        this.surroundings = surroundings;
    }

    /** What became of a wish to change a job. */
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** The fields are wrong, or no live node has the target. */
        REFUSED,
        /** It exists, or another version is in force than the caller saw. */
        CONFLICT,
        NOT_FOUND
    }

    /**
     * @param job as it stands now; empty if there is none, or the wish was refused
     * @param why empty if there is nothing to say
     */
    public record Reply(Result result, Optional<Job> job, String why) {
        static Reply refused(String why) {
            return new Reply(Result.REFUSED, Optional.empty(), why);
        }
    }

    /** Creates a job that must not exist yet. @param members the fields of a job file */
    public Reply create(Map<?, ?> members) {
        return guarded(() -> {
            Read read = reader.read(members, Optional.empty());
            Before nothing = new Before(Optional.empty(), 0, true);
            return checked(read, nothing)
                    .orElseGet(() -> save(read, nothing, read.enabled().orElse(true)));
        });
    }

    /**
     * What stands in the store before a change.
     *
     * @param job empty if there is none, or its row cannot be read
     * @param version 0 = there is none
     * @param enabled whether the job is not paused; one that is not there counts as not paused
     */
    private record Before(Optional<Job> job, long version, boolean enabled) {
        Optional<Schedule> schedule() {
            return job.map(Job::schedule);
        }
    }

    private Before before(JobKey key) {
        try {
            return jobs.find(key)
                    .map(job -> new Before(Optional.of(job), job.version(), job.enabled()))
                    .orElse(new Before(Optional.empty(), 0, true));
        } catch (UnreadableJobException e) {
            return new Before(Optional.empty(), e.version(), e.enabled());
        }
    }

    /** Changes a job that must exist. @param ifVersion the version that the caller saw; empty = whichever is in force */
    public Reply update(JobKey key, Map<?, ?> members, Optional<Long> ifVersion) {
        return guarded(() -> {
            Before before = before(key);
            if (before.version() == 0) {
                return missing(key);
            }
            if (ifVersion.isPresent() && ifVersion.get() != before.version()) {
                return conflict(before.job(), key);
            }
            Map<Object, Object> named = new java.util.LinkedHashMap<>(members);
            named.putIfAbsent("name", key.toString());
            Read read = reader.read(named, before.schedule());
            if (!read.key().equals(key)) {
                return Reply.refused("name: '" + read.key() + "' is not the job that was addressed, " + key);
            }
            return checked(read, before)
                    .orElseGet(() -> save(read, before, read.enabled().orElse(before.enabled())));
        });
    }

    private static Reply missing(JobKey key) {
        return new Reply(Result.NOT_FOUND, Optional.empty(), "there is no job " + key);
    }

    /**
     * Creates or changes a job, as a job file does: the paused state stays unless the file names it. Nodes that apply
     * their files at the same time get into each other's way; the last one wins, so it looks again and goes on.
     */
    Reply put(Map<?, ?> members, boolean dryRun) {
        Reply reply = putOnce(members, dryRun);
        for (int tries = 1; reply.result() == Result.CONFLICT && tries < MOST_TRIES; tries++) {
            reply = putOnce(members, dryRun);
        }
        return reply;
    }

    private Reply putOnce(Map<?, ?> members, boolean dryRun) {
        return guarded(() -> {
            Read read = reader.read(members, Optional.empty());
            Before before = before(read.key());
            Read again = reader.read(members, before.schedule());
            boolean enabled = again.enabled().orElse(before.enabled());
            Optional<Reply> refused = checked(again, before);
            if (refused.isPresent()) {
                return refused.get();
            }
            return dryRun ? foreseen(again, before, enabled) : save(again, before, enabled);
        });
    }

    /** Pauses or resumes. */
    public Reply enable(JobKey key, boolean enabled) {
        try {
            jobs.find(key).filter(job -> job.enabled() != enabled).ifPresent(around.before());
        } catch (UnreadableJobException e) {
            return new Reply(Result.CONFLICT, Optional.empty(), e.why());
        }
        Optional<Job> job = jobs.enable(key, enabled);
        around.after().refresh(List.of(key));
        return job.map(j -> new Reply(Result.UPDATED, job, "")).orElseGet(() -> missing(key));
    }

    public Reply delete(JobKey key) {
        before(key).job().ifPresent(around.before());
        boolean deleted = jobs.delete(key);
        around.after().refresh(List.of(key));
        return deleted ? new Reply(Result.UPDATED, Optional.empty(), "deleted") : missing(key);
    }

    /** Deletes a job as the caller saw it. */
    public Reply delete(JobKey key, long version) {
        Before before = before(key);
        if (before.version() == 0) {
            return missing(key);
        }
        if (before.version() != version) {
            return conflict(before.job(), key);
        }
        before.job().ifPresent(around.before());
        boolean deleted = jobs.delete(key, version);
        around.after().refresh(List.of(key));
        return deleted ? new Reply(Result.UPDATED, Optional.empty(), "deleted") : conflict(Optional.empty(), key);
    }

    private Optional<Reply> checked(Read read, Before before) {
        Optional<String> refusal = targets.refusal(read.spec().work().target());
        if (refusal.isPresent()) {
            return Optional.of(Reply.refused("target: " + refusal.get()));
        }
        boolean past = read.spec().schedule() instanceof Schedule.Once once
                && !once.at().isAfter(surroundings.now())
                && before.schedule().filter(once::equals).isEmpty();
        return past ? Optional.of(Reply.refused("schedule.once: " + once(read) + " is past")) : Optional.empty();
    }

    private static String once(Read read) {
        return read.spec().schedule() instanceof Schedule.Once once ? once.at().toString() : "";
    }

    private static Reply foreseen(Read read, Before before, boolean enabled) {
        if (before.version() == 0) {
            return new Reply(Result.CREATED, Optional.empty(), "");
        }
        boolean same = before.job()
                .filter(job -> job.spec().equals(read.spec()) && job.enabled() == enabled)
                .isPresent();
        return new Reply(same ? Result.UNCHANGED : Result.UPDATED, before.job(), "");
    }

    private Reply save(Read read, Before before, boolean enabled) {
        before.job()
                .filter(job -> !job.spec().equals(read.spec()) || job.enabled() != enabled)
                .ifPresent(around.before());
        SaveReply reply = jobs.save(read.key(), read.spec(), enabled, before.version());
        if (reply.conflict()) {
            return conflict(reply.job(), read.key());
        }
        around.after().refresh(List.of(read.key()));
        Function<Job, Result> changed =
                job -> before.job().filter(job::equals).isPresent() ? Result.UNCHANGED : Result.UPDATED;
        Result result = before.version() == 0
                ? Result.CREATED
                : reply.job().map(changed).orElse(Result.UPDATED);
        return new Reply(result, reply.job(), "");
    }

    private static Reply conflict(Optional<Job> now, JobKey key) {
        return new Reply(
                Result.CONFLICT,
                now,
                now.map(j -> key + " exists, in version " + j.version()).orElse(key + " was changed meanwhile"));
    }

    private static Reply guarded(java.util.function.Supplier<Reply> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException e) {
            return Reply.refused(String.valueOf(e.getMessage()));
        }
    }
}
