package io.baton.application.jobs;

import io.baton.application.jobs.ManageJobs.Reply;
import io.baton.application.jobs.ManageJobs.Result;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobRepository.Everything;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Applies a job file: each job by itself, so that one that is refused leaves the others. */
public final class ApplyJobFile {
    private final JobRepository jobs;
    private final ManageJobs manage;

    public ApplyJobFile(JobRepository jobs, ManageJobs manage) {
        this.jobs = jobs;
        this.manage = manage;
    }

    /** @param result created, updated, unchanged, refused or deleted */
    public record Line(String name, String result, String why) {}

    /**
     * @param file the file as a tree: {@code {jobs: [ … ]}}
     * @param dryRun whether to say only what would happen
     * @param prune whether to delete jobs that the file does not name
     * @throws IllegalArgumentException if the tree is no job file at all
     */
    public List<Line> apply(Map<?, ?> file, boolean dryRun, boolean prune) {
        new Fields("", file).only(Set.of("jobs"));
        if (!(file.get("jobs") instanceof List<?> list)) {
            throw new IllegalArgumentException("jobs: a list of jobs is expected");
        }
        List<Line> lines = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            lines.add(one(list.get(i), i, named, dryRun));
        }
        if (prune) {
            prune(named, dryRun, lines);
        }
        return lines;
    }

    private Line one(Object element, int index, Set<String> named, boolean dryRun) {
        String label = "jobs[" + index + "]";
        if (!(element instanceof Map<?, ?> members)) {
            return new Line(label, "refused", label + ": an object is expected");
        }
        Object name = members.get("name");
        String key = name == null ? label : name.toString();
        key = key.contains(".") || name == null ? key : JobKey.DEFAULT_GROUP + "." + key;
        if (!named.add(key)) {
            return new Line(key, "refused", "name: " + key + " stands twice in the file");
        }
        Reply reply = manage.put(members, dryRun);
        String why = reply.result() == Result.REFUSED ? label + "." + reply.why() : reply.why();
        return new Line(key, Words.of(reply.result() == Result.CONFLICT ? Result.REFUSED : reply.result()), why);
    }

    private void prune(Set<String> named, boolean dryRun, List<Line> lines) {
        Everything all = jobs.all();
        Set<JobKey> keys = new TreeSet<>(all.unreadable().keySet());
        all.jobs().forEach(job -> keys.add(job.key()));
        for (JobKey key : keys) {
            boolean kept = named.contains(key.toString());
            if (!kept && (dryRun || manage.delete(key).result() == Result.UPDATED)) {
                lines.add(new Line(key.toString(), "deleted", "the file does not name it"));
            }
        }
    }
}
