package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.access.Caller;
import io.baton.application.view.Readings;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.ClusterView;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has changed in the cluster between two looks at it. Looks at the newest tasks and at those that run, so that a look
 * costs the same however many there are; under load some changes are not told one by one.
 */
final class Changes {
    private static final int NEWEST = 100;
    private static final int ROUNDS_BETWEEN_JOBS = 2;

    private final Readings readings;
    private Map<TaskId, String> runs = new HashMap<>();
    private Map<String, String> nodes = new HashMap<>();
    private Map<JobKey, Long> jobs = new HashMap<>();
    private List<Job> list = List.of();
    private boolean first = true;
    private int round;

    Changes(Readings readings) {
        this.readings = readings;
    }

    /**
     * A change to be told.
     *
     * @param kind run, node or job
     * @param job what it concerns; empty = everybody
     * @param data JSON
     */
    record Change(String kind, Optional<JobKey> job, String data) {
        Change(String kind, Optional<JobKey> job, ObjectNode data) {
            this(kind, job, data.toString()); // once, however many listen
        }

        boolean seenBy(Caller who) {
            return job.map(who::sees).orElse(true);
        }
    }

    List<Change> look() {
        List<Change> changes = new ArrayList<>();
        runs(changes);
        nodes(changes);
        if (round++ % ROUNDS_BETWEEN_JOBS == 0) {
            jobs(changes);
        }
        List<Change> told = first ? List.of() : changes;
        first = false;
        return told;
    }

    private void runs(List<Change> changes) {
        Map<TaskId, TaskRow> rows = new LinkedHashMap<>();
        readings.runs(new Query(Filter.ALL, Optional.empty(), NEWEST)).forEach(row -> rows.put(row.id(), row));
        readings.runs(new Query(running(), Optional.empty(), NEWEST)).forEach(row -> rows.put(row.id(), row));
        Map<TaskId, String> now = new HashMap<>();
        rows.forEach((task, row) -> {
            String print = row.state() + " " + row.fence();
            now.put(task, print);
            if (!print.equals(runs.get(task))) {
                changes.add(new Change("run", Optional.of(task.job()), RunShape.of(row, List.of())));
            }
        });
        runs = now;
    }

    private static Filter running() {
        return new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(TaskState.RUNNING),
                Optional.empty(),
                new Span(Optional.empty(), Optional.empty()));
    }

    private void nodes(List<Change> changes) {
        ClusterView view = readings.cluster();
        Map<String, String> now = new HashMap<>();
        view.nodes().forEach(member -> {
            String id = member.id().text();
            boolean master = view.master().equals(Optional.of(member.who()));
            var status = member.beat().status();
            String print = member.who() + " " + master + " " + status.busy() + " " + status.queued() + " "
                    + status.draining() + view.drainWanted().contains(member.id());
            now.put(id, print);
            if (!print.equals(nodes.get(id))) {
                changes.add(new Change("node", Optional.empty(), node(id, master, status.busy(), status.draining())));
            }
        });
        nodes.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> changes.add(new Change(
                        "node", Optional.empty(), JsonTree.empty().put("id", id).put("gone", true))));
        nodes = now;
    }

    private static ObjectNode node(String id, boolean master, int busy, boolean draining) {
        return JsonTree.empty()
                .put("id", id)
                .put("gone", false)
                .put("master", master)
                .put("busy", busy)
                .put("draining", draining);
    }

    /** While nothing has changed the list is the same one, and no version is read. */
    private void jobs(List<Change> changes) {
        List<Job> latest = readings.jobs();
        if (latest.equals(list)) {
            return;
        }
        list = latest;
        Map<JobKey, Long> now = readings.jobVersions();
        now.forEach((key, version) -> {
            if (!version.equals(jobs.get(key))) {
                changes.add(job(key, version, false));
            }
        });
        jobs.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> changes.add(job(key, 0, true)));
        jobs = now;
    }

    private static Change job(JobKey key, long version, boolean deleted) {
        return new Change(
                "job",
                Optional.of(key),
                JsonTree.empty()
                        .put("name", key.toString())
                        .put("version", version)
                        .put("deleted", deleted));
    }
}
