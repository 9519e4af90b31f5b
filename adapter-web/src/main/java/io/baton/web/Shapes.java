package io.baton.web;

import io.baton.application.jobs.JobWriter;
import io.baton.application.view.Readings.NodeReading;
import io.baton.domain.job.Job;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Ending;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API shows of jobs, runs and nodes. Times are ISO-8601 in UTC. */
final class Shapes {
    private Shapes() {}

    static Map<String, Object> job(Job job, JobWriter writer) {
        Map<String, Object> shape = new LinkedHashMap<>(writer.write(job));
        shape.put("version", job.version());
        shape.put("effectiveFrom", job.revision().effectiveFrom().toString());
        return shape;
    }

    static Map<String, Object> run(TaskRow row, List<Attempt> attempts) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("task", row.id().toString());
        shape.put("job", row.job().toString());
        shape.put("state", row.state().name());
        row.story().end().ifPresent(end -> ending(end, shape));
        row.standing().owner().ifPresent(owner -> shape.put("node", owner.node().text()));
        shape.put("attempt", row.attempt());
        shape.put("recoveries", row.standing().turn().recoveries());
        shape.put("fence", row.fence());
        shape.put("scheduledAt", row.terms().scheduledAt().toString());
        shape.put("claimedBy", row.story().claimedBy().node().text());
        shape.put("claimedAt", row.story().claimedAt().toString());
        time("startedAt", row.story().startedAt(), shape);
        time("finishedAt", row.story().finishedAt(), shape);
        shape.put("target", row.terms().work().target());
        shape.put("attempts", attempts.stream().map(Shapes::attempt).toList());
        return shape;
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("attempt", attempt.number());
        shape.put("fence", attempt.fence());
        attempt.node().ifPresent(node -> shape.put("node", node.node().text()));
        time("startedAt", attempt.span().startedAt(), shape);
        shape.put("finishedAt", attempt.span().finishedAt().toString());
        ending(attempt.span().end(), shape);
        shape.put("late", attempt.late());
        return shape;
    }

    private static void ending(Ending end, Map<String, Object> shape) {
        shape.put("outcome", end.outcome().name());
        shape.put("reason", end.reason().name());
        shape.put("error", end.error());
    }

    private static void time(String name, Optional<Instant> time, Map<String, Object> shape) {
        time.ifPresent(t -> shape.put(name, t.toString()));
    }

    static Map<String, Object> node(NodeReading reading) {
        Heartbeat beat = reading.member().beat();
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", reading.member().id().text());
        shape.put("incarnation", beat.who().number());
        shape.put("master", reading.master());
        shape.put("load", beat.load());
        shape.put("slots", beat.profile().slots());
        shape.put("busy", beat.status().busy());
        shape.put("draining", beat.status().draining());
        shape.put("queueDepth", reading.queue().depth());
        shape.put("inFlight", reading.inFlight());
        shape.put("lastHeartbeat", reading.member().beatAt().toString());
        shape.put("labels", beat.profile().labels().values());
        shape.put("version", beat.profile().version());
        return shape;
    }
}
