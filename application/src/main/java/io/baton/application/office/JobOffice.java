package io.baton.application.office;

import io.baton.application.access.AuditBook;
import io.baton.application.access.Caller;
import io.baton.application.core.Desk;
import io.baton.application.jobs.ApplyJobFile;
import io.baton.application.jobs.JobWriter;
import io.baton.application.jobs.ManageJobs;
import io.baton.application.jobs.ManageJobs.Reply;
import io.baton.application.jobs.ManageJobs.Result;
import io.baton.application.view.Readings;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Role;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobVersions;
import io.baton.domain.port.JobVersions.JobVersion;
import io.baton.domain.port.UnreadableJobException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Jobs, for who may. */
public final class JobOffice {
    /** 1,000 versions: what is older is looked for in the database. */
    public static final int MOST_VERSIONS = 1_000;

    private final ManageJobs jobs;
    private final ApplyJobFile files;
    private final Readings readings;
    private final JobWriter writer;
    private final JobVersions versions;
    private final AuditBook audit;
    private final Function<Object, String> json;

    /** @param json writes a tree, for the audit's before and after */
    public JobOffice(Desk desk, JobVersions versions, AuditBook audit, Function<Object, String> json) {
        this.jobs = desk.work().jobs();
        this.files = desk.work().files();
        this.readings = desk.look().readings();
        this.writer = desk.look().writer();
        this.versions = versions;
        this.audit = audit;
        this.json = json;
    }

    /** The jobs of the caller's groups, by name. */
    public List<Job> all(Caller who) {
        who.needs(Role.VIEWER);
        List<Job> all = readings.jobs();
        return who.rights().scope().all()
                ? all
                : all.stream().filter(job -> who.sees(job.key())).toList();
    }

    /** @throws UnreadableJobException if it is there and its row cannot be read */
    public Optional<Job> find(Caller who, JobKey key) {
        who.needs(Role.VIEWER, key);
        return readings.job(key);
    }

    /** The version in force; empty if there is no such job. A row that cannot be read has one too. */
    public Optional<Long> version(Caller who, JobKey key) {
        try {
            return find(who, key).map(Job::version);
        } catch (UnreadableJobException e) {
            return Optional.of(e.version());
        }
    }

    /** For the audit. */
    private Optional<Job> asItStands(JobKey key) {
        try {
            return readings.job(key);
        } catch (UnreadableJobException e) {
            return Optional.empty();
        }
    }

    public Reply create(Caller who, Map<?, ?> members) {
        needs(who, members);
        Reply reply = jobs.create(members);
        if (reply.result() == Result.CREATED) {
            reply.job().ifPresent(job -> enter(who, "job.create", job.key(), "", text(job)));
        }
        return reply;
    }

    public Reply update(Caller who, JobKey key, Map<?, ?> members, Optional<Long> ifVersion) {
        who.needs(Role.OPERATOR, key);
        Optional<Job> before = asItStands(key);
        Reply reply = jobs.update(key, members, ifVersion);
        if (reply.result() == Result.UPDATED) {
            enter(who, "job.update", key, text(before), text(reply.job()));
        }
        return reply;
    }

    public Reply enable(Caller who, JobKey key, boolean enabled) {
        who.needs(Role.OPERATOR, key);
        Reply reply = jobs.enable(key, enabled);
        if (reply.result() == Result.UPDATED) {
            enter(who, enabled ? "job.resume" : "job.pause", key, "", "");
        }
        return reply;
    }

    /** @param ifVersion the version that the caller saw; empty = whichever is in force */
    public Reply delete(Caller who, JobKey key, Optional<Long> ifVersion) {
        who.needs(Role.OPERATOR, key);
        Optional<Job> before = asItStands(key);
        Reply reply = ifVersion.map(version -> jobs.delete(key, version)).orElseGet(() -> jobs.delete(key));
        if (reply.result() == Result.UPDATED) {
            enter(who, "job.delete", key, text(before), "");
        }
        return reply;
    }

    /** What the definition was, newest first. @param most 1..{@value #MOST_VERSIONS} */
    public List<JobVersion> versions(Caller who, JobKey key, int most) {
        who.needs(Role.VIEWER, key);
        return versions.of(key, most);
    }

    /** Brings a version back, as a new one; paused or not stays as it is. A job that was deleted is made again. */
    public Reply restore(Caller who, JobKey key, long version, Optional<Long> ifVersion) {
        who.needs(Role.OPERATOR, key);
        Optional<JobVersion> old = versions.find(key, version);
        if (old.isEmpty()) {
            return new Reply(Result.NOT_FOUND, Optional.empty(), "there is no version " + version + " of " + key);
        }
        Map<String, Object> members = new LinkedHashMap<>(writer.write(old.get().job()));
        members.remove("enabled");
        return version(who, key).isPresent() ? update(who, key, members, ifVersion) : create(who, members);
    }

    /** @throws IllegalArgumentException if the tree is no job file at all */
    public List<ApplyJobFile.Line> apply(Caller who, Map<?, ?> file, boolean dryRun, boolean prune) {
        if (prune) {
            who.needsForAll(Role.OPERATOR);
        }
        needsAll(who, file);
        Map<String, Job> before = byName();
        List<ApplyJobFile.Line> lines = files.apply(file, dryRun, prune);
        if (!dryRun) {
            Map<String, Job> after = byName();
            lines.forEach(line -> enter(who, line, before, after));
        }
        return lines;
    }

    private void enter(Caller who, ApplyJobFile.Line line, Map<String, Job> before, Map<String, Job> after) {
        Optional<String> action = switch (line.result()) {
            case "created" -> Optional.of("job.create");
            case "updated" -> Optional.of("job.update");
            case "deleted" -> Optional.of("job.delete");
            default -> Optional.empty();
        };
        action.ifPresent(word -> audit.enter(
                who,
                new Deed(
                        word,
                        line.name(),
                        text(Optional.ofNullable(before.get(line.name()))),
                        text(Optional.ofNullable(after.get(line.name()))))));
    }

    private Map<String, Job> byName() {
        return readings.jobs().stream()
                .collect(Collectors.toMap(job -> job.key().toString(), Function.identity()));
    }

    private static void needsAll(Caller who, Map<?, ?> file) {
        who.needs(Role.OPERATOR);
        if (file.get("jobs") instanceof List<?> list) {
            list.forEach(element -> {
                if (element instanceof Map<?, ?> members) {
                    needs(who, members);
                }
            });
        }
    }

    /**
     * A name that does not parse is refused by who reads the members, and has no group to be checked. Whatever else is read
     * as a name is checked: a number is one too.
     */
    private static void needs(Caller who, Map<?, ?> members) {
        who.needs(Role.OPERATOR);
        Object name = members.get("name");
        if (name != null) {
            key(name.toString()).ifPresent(key -> who.needs(Role.OPERATOR, key));
        }
    }

    private static Optional<JobKey> key(String name) {
        try {
            return Optional.of(JobKey.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void enter(Caller who, String action, JobKey key, String before, String after) {
        audit.enter(who, new Deed(action, key.toString(), before, after));
    }

    private String text(Optional<Job> job) {
        return job.map(this::text).orElse("");
    }

    private String text(Job job) {
        return json.apply(writer.write(job));
    }
}
