package io.baton.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.application.core.Desk;
import io.baton.application.fire.RequestRun;
import io.baton.application.jobs.ManageJobs;
import io.baton.application.view.CancelTask;
import io.baton.application.view.ClusterReconcile;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What each route does. Refusals are thrown as problems. */
final class Routes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 200;

    private final Desk desk;
    private final Function<String, Map<String, Object>> documents;

    /** @param documents reads YAML or JSON as a tree; an {@link IllegalArgumentException} if it is neither */
    Routes(Desk desk, Function<String, Map<String, Object>> documents) {
        this.desk = desk;
        this.documents = documents;
    }

    void jobs(Context http) {
        json(
                http,
                Map.of(
                        "jobs",
                        desk.look().readings().jobs().stream()
                                .map(job -> Shapes.job(job, desk.look().writer()))
                                .toList()));
    }

    void createJob(Context http) {
        answer(http, desk.work().jobs().create(documents.apply(http.body())), 201);
    }

    void job(Context http) {
        json(
                http,
                desk.look()
                        .readings()
                        .job(key(http))
                        .map(job -> Shapes.job(job, desk.look().writer()))
                        .orElseThrow(() -> Problem.notFound("there is no job " + key(http))));
    }

    void updateJob(Context http) {
        answer(http, desk.work().jobs().update(key(http), documents.apply(http.body()), Optional.empty()), 200);
    }

    void deleteJob(Context http) {
        answer(http, desk.work().jobs().delete(key(http)), 200);
    }

    void pause(Context http) {
        answer(http, desk.work().jobs().enable(key(http), false), 200);
    }

    void resume(Context http) {
        answer(http, desk.work().jobs().enable(key(http), true), 200);
    }

    private void answer(Context http, ManageJobs.Reply reply, int done) {
        switch (reply.result()) {
            case CREATED, UPDATED, UNCHANGED -> {
                json(
                        http,
                        reply.job()
                                .map(job -> Shapes.job(job, desk.look().writer()))
                                .orElse(Map.of("result", reply.why())));
                http.status(done);
            }
            case REFUSED -> throw Problem.bad(reply.why());
            case CONFLICT -> throw new Problem(409, "Conflict", reply.why());
            case NOT_FOUND -> throw Problem.notFound(reply.why());
        }
    }

    void apply(Context http) {
        boolean dryRun = "true".equals(http.queryParam("dryRun"));
        boolean prune = "true".equals(http.queryParam("prune"));
        json(http, Map.of("jobs", desk.work().files().apply(documents.apply(http.body()), dryRun, prune)));
    }

    void run(Context http) {
        Map<String, Object> body = http.body().isBlank() ? Map.of() : documents.apply(http.body());
        Optional<JsonText> data = Optional.ofNullable(body.get("data")).map(Routes::text);
        Optional<String> requestId = Optional.ofNullable(body.get("requestId")).map(String::valueOf);
        RequestRun.Reply reply = desk.work().run().run(key(http), data, requestId);
        TaskId task = reply.task().orElseThrow(() -> Problem.notFound(reply.refusal()));
        json(http, Map.of("task", task.toString()));
        http.status(202);
    }

    void runs(Context http) {
        Filter filter = new Filter(
                param(http, "job", JobKey::parse),
                param(http, "outcome", Outcome::valueOf),
                Optional.empty(),
                param(http, "node", NodeId::new),
                new Span(param(http, "since", Instant::parse), param(http, "until", Instant::parse)));
        int limit = param(http, "limit", Integer::valueOf).orElse(50);
        if (limit < 1 || limit > MOST) {
            throw Problem.bad("limit " + limit + " is out of range: 1 to " + MOST);
        }
        List<TaskRow> rows = desk.look().readings().runs(new Query(filter, Optional.empty(), limit));
        json(http, Map.of("runs", rows.stream().map(this::shape).toList()));
    }

    void oneRun(Context http) {
        TaskId task = task(http);
        json(
                http,
                desk.look()
                        .readings()
                        .run(task)
                        .map(this::shape)
                        .orElseThrow(() -> Problem.notFound("there is no task " + task)));
    }

    private Map<String, Object> shape(TaskRow row) {
        return Shapes.run(row, desk.look().readings().attempts(row.id()));
    }

    void cancel(Context http) {
        CancelTask.Result result = desk.work().cancel().cancel(task(http));
        if (result == CancelTask.Result.NOT_FOUND) {
            throw Problem.notFound("there is no task " + task(http));
        }
        json(http, Map.of("result", result.name()));
    }

    void nodes(Context http) {
        json(
                http,
                Map.of(
                        "nodes",
                        desk.look().readings().nodes().stream()
                                .map(Shapes::node)
                                .toList()));
    }

    void drain(Context http, boolean wanted) {
        NodeId node = new NodeId(http.pathParam("id"));
        desk.look().readings().wantDrain(node, wanted);
        json(http, Map.of("node", node.text(), "drainWanted", wanted));
    }

    void reconcile(Context http) {
        ClusterReconcile.Wish wish = desk.work().reconcile().wish();
        Map<String, Object> nodes = new LinkedHashMap<>();
        nodes.put(desk.look().watch().self().node().text(), wish.here());
        desk.work()
                .reconcile()
                .await(wish, Duration.ofSeconds(10), Routes::pause)
                .forEach((node, counts) ->
                        nodes.put(node.text(), counts.<Object>map(c -> c).orElse("no answer yet")));
        json(http, Map.of("nodes", nodes));
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JobKey key(Context http) {
        return JobKey.parse(http.pathParam("name"));
    }

    private static TaskId task(Context http) {
        return TaskId.parse(http.pathParam("task"));
    }

    private static <T> Optional<T> param(Context http, String name, Function<String, T> reading) {
        String value = http.queryParam(name);
        try {
            return Optional.ofNullable(value).map(reading);
        } catch (RuntimeException e) { // each reading has its own way to refuse
            throw Problem.bad(name + ": '" + value + "' cannot be read: " + e.getMessage());
        }
    }

    private static JsonText text(Object tree) {
        try {
            return new JsonText(JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw Problem.bad("data: " + e.getOriginalMessage());
        }
    }

    private static void json(Context http, Object tree) {
        try {
            http.contentType("application/json").result(JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }
}
