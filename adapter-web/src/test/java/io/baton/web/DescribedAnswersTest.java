package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.application.access.Secrets;
import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLevel;
import io.baton.domain.log.LogLine;
import io.baton.domain.log.Progress;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.RunLogs.Batch;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.task.TaskId;
import io.baton.web.Caller.Answer;
import io.baton.web.Description.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One visit to everything that can be asked for: whatever the description declares, a request has had or an answer has told.
 * That nothing else is told, {@link Caller} sees to in every test.
 */
@Timeout(300)
class DescribedAnswersTest {
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
    private static final String PASSWORD = "correct horse battery";
    private static final List<String> JOBS = List.of("""
            {"name":"A.cron","title":"打个招呼","description":"d","tags":["x"],"target":"bean.run","schedule":
             {"cron":"0 0 6 * * ?","zone":"UTC","from":"2026-01-01T00:00:00Z","until":"2099-01-01T00:00:00Z"},
             "placement":{"shards":2},"labels":{"zone":"a"},"overlap":"skip","delivery":"at-least-once","misfire":"skip",
             "misfire-threshold":"2m","timeout":"1h","retry":{"attempts":2,"delay":"5s","factor":2.5,"max-delay":"5m"},
             "enabled":true,"data":{"n":1}}""", """
            {"name":"A.every","target":"bean.run","schedule":{"every":"30s","zone":"UTC"}}""", """
            {"name":"A.once","target":"bean.run","schedule":{"once":"2099-01-01T00:00:00Z"}}""", """
            {"name":"A.manual","target":"bean.run","schedule":{"manual":true}}""");

    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final TestNode other = cluster.node("node-2");
    private final Caller caller = Caller.of(node);
    private final Description description = caller.description;
    private final Map<String, Set<String>> sent = new HashMap<>();
    private final Map<String, Set<String>> told = new HashMap<>();

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private Answer ask(String method, String path, String body, String... headers) {
        Operation operation = operation(method, path);
        if (!body.isEmpty()) {
            ClosedSchema schema = description.request(operation).orElseThrow();
            assertThat(schema.refusals(JsonTree.any(body))).as(body).isEmpty();
            sent.computeIfAbsent(operation.toString(), key -> new TreeSet<>()).addAll(schema.told(JsonTree.any(body)));
        }
        return note(operation, caller.send(method, path, BodyPublishers.ofString(body), headers));
    }

    private Operation operation(String method, String path) {
        return description
                .operation(method, URI.create(path).getPath())
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
    }

    private Answer note(Operation operation, Answer answer) {
        assertThat(answer.status())
                .as("%s: %s", operation, answer.http().body())
                .isLessThan(300);
        String status = String.valueOf(answer.status());
        Set<String> properties = told.computeIfAbsent(operation + " " + status, key -> new TreeSet<>());
        if (answer.header("Content-Type").contains("json")) {
            description.answer(operation, status).ifPresent(schema -> properties.addAll(schema.told(answer.json())));
        }
        return answer;
    }

    @Test
    void whatever_is_declared_is_sent_or_told() {
        jobs();
        runs();
        nodes();
        letters();
        people();
        rest();

        List<String> missing = new ArrayList<>();
        for (Operation operation : description.operations()) {
            description
                    .request(operation)
                    .ifPresent(schema -> missing(operation.toString(), schema.declared(), sent, missing));
            operation.responses().fieldNames().forEachRemaining(status -> {
                String key = operation + " " + status;
                Set<String> declared = description
                        .answer(operation, status)
                        .map(ClosedSchema::declared)
                        .orElse(Set.of());
                if (status.startsWith("2") && !isStream(operation)) {
                    missing(key, declared, told, missing);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static void missing(String key, Set<String> declared, Map<String, Set<String>> seen, List<String> into) {
        Optional<Set<String>> had = Optional.ofNullable(seen.get(key));
        if (had.isEmpty()) {
            into.add(key + " was not seen");
        }
        had.ifPresent(names -> declared.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> into.add(key + " without " + name)));
    }

    /** What never ends is looked at elsewhere. */
    private static boolean isStream(Operation operation) {
        return operation.path().equals("/api/v1/events");
    }

    private void jobs() {
        for (String job : JOBS) {
            String path = "/api/v1/jobs/" + JsonTree.any(job).get("name").asText();
            ask("POST", "/api/v1/jobs", job);
            ask("GET", path, "");
            ask("PUT", path, job, "If-Match", "\"1\"");
            ask("POST", path + "/pause", "");
            ask("POST", path + "/resume", "");
            ask("GET", path + "/versions", "");
            ask("POST", path + "/versions/1:restore", "");
            ask("DELETE", path, "");
            ask("POST", path + "/versions/1:restore", "");
        }
        ask("GET", "/api/v1/jobs?limit=200", "");
        ask("GET", "/api/v1/jobs:export", "");
        ask("POST", "/api/v1/jobs:apply?dryRun=true", "{\"jobs\":[" + String.join(",", JOBS) + "]}");
    }

    private void runs() {
        job("B.bad", "bean.fail", ",\"retry\":{\"attempts\":2,\"delay\":\"100ms\"}");
        String bad = ask("POST", "/api/v1/jobs/B.bad/run", "{\"data\":{\"n\":[1]},\"requestId\":\"1\"}")
                .json()
                .get("task")
                .asText();
        await().until(() -> state(bad).equals("DONE"));
        said(TaskId.parse(bad));
        ask("GET", "/api/v1/runs/" + bad, "");
        ask("GET", "/api/v1/runs?job=B.bad", "");
        ask("GET", "/api/v1/runs/" + bad + "/log", "");
        ask("POST", "/api/v1/runs/" + bad + "/rerun", "{\"requestId\":\"2\"}");

        job("B.long", "bean.hang", ",\"overlap\":\"queue\"");
        caller.post("/api/v1/jobs/B.long/run", "{\"requestId\":\"1\"}");
        await().until(() -> state("B.long@r-1").equals("RUNNING"));
        caller.post("/api/v1/jobs/B.long/run", "{\"requestId\":\"2\"}");
        ask("POST", "/api/v1/runs/B.long@r-2/cancel", "");
        ask("POST", "/api/v1/runs/B.long@r-1/cancel", "");
    }

    private void job(String name, String target, String more) {
        caller.post(
                "/api/v1/jobs",
                "{\"name\":\"" + name + "\",\"target\":\"" + target + "\",\"schedule\":{\"manual\":true}" + more + "}");
    }

    /** Goes on with what the nodes' loops do. */
    private String state(String task) {
        for (TestNode one : List.of(node, other)) {
            one.cycle("sweep");
            NodeId self = one.core.life().watch().self().node();
            if (one.where.recovery().states(List.of(self)).get(0).depth() > 0) {
                one.take();
            }
        }
        return caller.get("/api/v1/runs/" + task).json().get("state").asText();
    }

    private void said(TaskId task) {
        LogChunk chunk = new LogChunk(new LogChunk.Id(task, 1, 1), List.of(new LogLine(1, NOON, LogLevel.WARN, "one")));
        node.papers.logs().write(new Batch(List.of(chunk), List.of(), Map.of(task, new Progress(1, 50, "half", NOON))));
    }

    private void nodes() {
        ask("GET", "/api/v1/nodes", "");
        ask("GET", "/api/v1/targets", "");
        ask("POST", "/api/v1/nodes/node-1/drain", "");
        ask("POST", "/api/v1/nodes/node-1/undrain", "");
        // The other has not heard of this job: the forecast names it.
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> answers = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                other.core.desk().work().reconcile().answer();
                Thread.onSpinWait();
            }
        });
        // On a busy machine the other's answer may come too late to be in it.
        for (int n = 0; n < 10 && !seenChanges(); n++) {
            job("C.news" + n, "bean.run", "");
            ask("POST", "/api/v1/reconcile?dryRun=true", "");
            ask("POST", "/api/v1/reconcile", "");
        }
        enough.set(true);
        answers.join();
    }

    private boolean seenChanges() {
        return told.getOrDefault("POST /api/v1/reconcile 200", Set.of()).contains("/nodes[]/changes[]/job");
    }

    private void letters() {
        for (String id : List.of("one", "two")) {
            node.where.queue().setAside(new DeadLetter(id, "A.manual", "some reason", new NodeId("node-1"), NOON));
        }
        ask("GET", "/api/v1/dead-letters", "");
        ask("POST", "/api/v1/dead-letters/one/replay", "");
        ask("DELETE", "/api/v1/dead-letters/two", "");
    }

    private void people() {
        ask("GET", "/api/v1/me", "");
        ask(
                "POST",
                "/api/v1/users",
                "{\"name\":\"ann\",\"password\":\"" + PASSWORD + "\",\"role\":\"operator\",\"groups\":[\"A\"]}");
        ask("GET", "/api/v1/users", "");
        ask("PUT", "/api/v1/users/ann/rights", "{\"role\":\"viewer\",\"groups\":[\"A\"]}");
        ask("PUT", "/api/v1/users/ann/password", "{\"password\":\"" + PASSWORD + "\"}");
        ownPassword("ann");
        ask("DELETE", "/api/v1/users/ann", "");
        String token = "{\"label\":\"robot\",\"role\":\"viewer\",\"groups\":[\"A\"],\"days\":30}";
        String id = ask("POST", "/api/v1/tokens", token).json().get("id").asText();
        ask("GET", "/api/v1/tokens", "");
        ask("DELETE", "/api/v1/tokens/" + id, "");
        ask("GET", "/api/v1/audit?limit=200", "");
    }

    /** A token has no password: this one is asked for by session. */
    private void ownPassword(String name) {
        String secret = caller.office
                .entrance()
                .login()
                .login(name, PASSWORD, "here")
                .secret()
                .orElseThrow();
        String body = "{\"old\":\"" + PASSWORD + "\",\"password\":\"" + PASSWORD + "!\"}";
        Operation operation = operation("PUT", "/api/v1/me/password");
        sent.put(
                operation.toString(),
                description.request(operation).orElseThrow().told(JsonTree.any(body)));
        note(
                operation,
                caller.exchange(HttpRequest.newBuilder(URI.create(caller.address() + operation.path()))
                        .method("PUT", BodyPublishers.ofString(body))
                        .header("Cookie", "baton_session=" + secret)
                        .header("X-CSRF-Token", Secrets.csrfToken(secret))
                        .build()));
    }

    private void rest() {
        ask("GET", "/api/v1/schedule/preview?cron=x&zone=UTC&count=2&lang=en", "");
        ask("GET", "/health/live", "");
        ask("GET", "/health/ready", "");
        ask("GET", "/metrics", "");
        ask("GET", "/openapi.json", "");
    }
}
