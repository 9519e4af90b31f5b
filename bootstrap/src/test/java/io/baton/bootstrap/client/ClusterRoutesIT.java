package io.baton.bootstrap.client;

import static io.baton.bootstrap.client.ThreeNodes.ASKED;
import static io.baton.bootstrap.client.ThreeNodes.HOLDER;
import static io.baton.bootstrap.client.ThreeNodes.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.application.access.Secrets;
import io.baton.bootstrap.client.NotedRequests.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Every route of the API in a cluster, asked of a node that does not hold what the request is about. */
@Tag("minutes")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterRoutesIT {
    private static final String PASSWORD = "correct horse battery";

    private static ThreeNodes cluster;
    private static NotedRequests requests;

    @BeforeAll
    static void start() {
        cluster = new ThreeNodes();
        requests = new NotedRequests(cluster);
        Answer applied = requests.ask(
                ASKED,
                "POST",
                "/api/v1/jobs:apply",
                ThreeNodes.JOBS,
                "Content-Type",
                "application/yaml",
                "Authorization",
                "Bearer " + cluster.token());
        assertThat(applied.json().get("jobs"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.get("result").asText()).isEqualTo("created"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static JsonNode get(String node, String path) {
        return requests.get(node, "/api/v1" + path);
    }

    private static JsonNode post(String path, String body) {
        return requests.yes(ASKED, "POST", "/api/v1" + path, body);
    }

    private static JsonNode awaitAt(String node, String path, Predicate<JsonNode> condition) {
        return await(path + " at " + node).atMost(ThreeNodes.PATIENCE).until(() -> get(node, path), condition);
    }

    private static String run(String job) {
        return post("/jobs/" + job + "/run", "{}").get("task").asText();
    }

    /** Waits until the asked node knows that it has ended at the holder. */
    private static void awaitEnd(String task) {
        JsonNode run =
                awaitAt(ASKED, "/runs/" + task, one -> one.get("state").asText().equals("DONE"));
        assertThat(run.get("node").asText()).isEqualTo(HOLDER);
    }

    private static List<String> until(BufferedReader stream, Predicate<String> words) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = stream.readLine();
        while (line != null) {
            lines.add(line);
            if (words.test(line)) {
                return lines;
            }
            line = stream.readLine();
        }
        throw new AssertionError("the stream ended after " + lines);
    }

    @Test
    void a_job_that_one_node_made_is_changed_restored_and_deleted_by_others() {
        post("/jobs", "{\"name\":\"B.made\",\"target\":\"demoTask.noParams\",\"schedule\":{\"every\":\"1d\"}}");
        awaitAt(THIRD, "/jobs", jobs -> jobs.toString().contains("B.made"));
        requests.yes(
                THIRD,
                "PUT",
                "/api/v1/jobs/B.made",
                "{\"name\":\"B.made\",\"title\":\"Two\",\"target\":\"demoTask.noParams\",\"schedule\":{\"every\":\"1d\"}}");
        assertThat(get(ASKED, "/jobs/B.made").get("title").asText()).isEqualTo("Two");
        assertThat(get(HOLDER, "/jobs/B.made/versions").get("versions")).hasSize(2);
        post("/jobs/B.made/versions/1:restore", "");
        awaitAt(THIRD, "/jobs/B.made", job -> job.path("title").asText("").isEmpty());

        post("/jobs/B.made/pause", "");
        awaitAt(THIRD, "/jobs/B.made", job -> !job.get("enabled").asBoolean());
        post("/jobs/B.made/resume", "");
        awaitAt(THIRD, "/jobs/B.made", job -> job.get("enabled").asBoolean());
        assertThat(get(HOLDER, "/jobs:export").toString()).contains("B.made");
        requests.yes(HOLDER, "DELETE", "/api/v1/jobs/B.made", "");
        awaitAt(ASKED, "/jobs", jobs -> !jobs.toString().contains("B.made"));
    }

    @Test
    void a_run_of_another_node_is_looked_at_heard_and_run_again() throws IOException {
        String task = run("A.ok");
        awaitEnd(task);

        assertThat(get(ASKED, "/runs?node=" + HOLDER).toString()).contains(task);
        awaitAt(ASKED, "/runs/" + task + "/log", log -> log.toString().contains("attempt 1 of " + task));
        try (BufferedReader stream = requests.stream(ASKED, "/api/v1/runs/" + task + "/log")) {
            assertThat(until(stream, line -> line.equals("event: end")))
                    .anyMatch(line -> line.contains("attempt 1 of " + task));
        }
        String again = post("/runs/" + task + "/rerun", "").get("task").asText();
        assertThat(again).isNotEqualTo(task);
        awaitEnd(again);
    }

    @Test
    void a_run_of_another_node_is_cancelled() {
        String task = run("A.slow");
        awaitAt(ASKED, "/runs/" + task + "/log", log -> log.toString().contains("millis=600000"));

        assertThat(post("/runs/" + task + "/cancel", "").get("result").asText()).isEqualTo("asked");
        awaitEnd(task);
        assertThat(get(THIRD, "/runs/" + task).get("outcome").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void the_events_of_one_node_tell_of_the_runs_of_another() throws IOException {
        try (BufferedReader stream = requests.stream(ASKED, "/api/v1/events")) {
            until(stream, line -> line.contains("open"));
            String task = run("A.ok");
            until(stream, line -> line.contains("\"task\":\"" + task) && line.contains("\"node\":\"" + HOLDER));
        }
    }

    @Test
    void a_target_that_another_node_has_is_told_with_its_node() {
        JsonNode rare = target("rareTask.greet");

        assertThat(rare.get("nodes").toString()).isEqualTo("[\"two\"]");
        assertThat(target("demoTask.noParams").get("nodes")).hasSize(3);
        awaitEnd(run("A.rare"));
    }

    private static JsonNode target(String name) {
        for (JsonNode target : get(ASKED, "/targets").get("targets")) {
            if (target.get("name").asText().equals(name)) {
                return target;
            }
        }
        throw new AssertionError("there is no target " + name);
    }

    @Test
    void another_node_is_drained_and_put_to_work() {
        assertThat(get(ASKED, "/nodes").get("nodes")).hasSize(3);

        post("/nodes/" + THIRD + "/drain", "");
        awaitAt(HOLDER, "/nodes", nodes -> nodes.toString().contains("\"draining\":true"));
        post("/nodes/" + THIRD + "/undrain", "");
        awaitAt(THIRD, "/nodes", nodes -> !nodes.toString().contains("\"draining\":true"));
    }

    @Test
    void every_node_reconciles_and_foresees() {
        for (String path : List.of("/reconcile", "/reconcile?dryRun=true")) {
            assertThat(post(path, "").get("nodes"))
                    .hasSize(3)
                    .allSatisfy(node -> assertThat(node.get("answered").asBoolean())
                            .as(node.toString())
                            .isTrue());
        }
    }

    @Test
    void what_another_node_set_aside_is_replayed_and_deleted() {
        cluster.push("{\"taskId\":\"A.ok\",\"v\":2}");
        cluster.push("{\"taskId\":\"C.gone\"}");
        cluster.push("{\"taskId\":\"A.ok\",\"v\":\"x\"}");
        JsonNode letters = awaitAt(
                        ASKED, "/dead-letters", all -> all.get("deadLetters").size() == 3)
                .get("deadLetters");

        for (JsonNode letter : letters) {
            assertThat(letter.get("node").asText()).isEqualTo(HOLDER);
            String path = "/dead-letters/" + letter.get("id").asText();
            if (letter.get("raw").asText().contains("\"x\"")) {
                awaitEnd(post(path + "/replay", "").get("task").asText());
            } else {
                requests.yes(THIRD, "DELETE", "/api/v1" + path, "");
            }
        }
        assertThat(get(HOLDER, "/dead-letters").get("deadLetters")).isEmpty();
    }

    @Test
    void a_user_of_one_node_logs_in_at_another_and_the_session_holds_at_a_third() {
        post("/users", "{\"name\":\"ann\",\"password\":\"" + PASSWORD + "\",\"role\":\"viewer\"}");
        assertThat(get(THIRD, "/users").toString()).contains("\"ann\"");
        String session = in(HOLDER, PASSWORD);
        assertThat(me(THIRD, session).json().get("name").asText()).isEqualTo("ann");
        Answer changed = requests.ask(
                THIRD,
                "PUT",
                "/api/v1/me/password",
                "{\"old\":\"" + PASSWORD + "\",\"password\":\"another horse battery\"}",
                "Cookie",
                "baton_session=" + session,
                "X-CSRF-Token",
                Secrets.csrfToken(session));
        assertThat(changed.status()).isEqualTo(204);
        assertThat(me(HOLDER, session).status()).as("a session of before").isEqualTo(401);

        String second = in(HOLDER, "another horse battery");
        requests.yes(ASKED, "PUT", "/api/v1/users/ann/rights", "{\"role\":\"operator\"}");
        assertThat(me(THIRD, second).status()).as("other rights").isEqualTo(401);
        requests.yes(THIRD, "PUT", "/api/v1/users/ann/password", "{\"password\":\"" + PASSWORD + "\"}");
        String third = in(ASKED, PASSWORD);
        assertThat(me(HOLDER, third).json().get("role").asText()).isEqualTo("operator");
        requests.yes(HOLDER, "DELETE", "/api/v1/users/ann", "");
        assertThat(me(ASKED, third).status()).as("no user").isEqualTo(401);
        assertThat(get(THIRD, "/audit?subject=ann").get("audit").size()).isGreaterThan(5);
    }

    /** @return the session's secret */
    private static String in(String node, String password) {
        Answer answer = requests.ask(
                node,
                "POST",
                "/login",
                "name=ann&password=" + password.replace(' ', '+'),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(303);
        return answer.header("Set-Cookie").replaceFirst("baton_session=([^;]+).*", "$1");
    }

    private static Answer me(String node, String session) {
        return requests.ask(node, "GET", "/api/v1/me", "", "Cookie", "baton_session=" + session);
    }

    @Test
    void a_token_of_one_node_holds_at_the_others_until_it_is_revoked() {
        JsonNode made = post("/tokens", "{\"label\":\"robot\",\"role\":\"viewer\"}");
        String[] bearer = {"Authorization", "Bearer " + made.get("secret").asText()};
        assertThat(requests.ask(HOLDER, "GET", "/api/v1/jobs", "", bearer).status())
                .isEqualTo(200);
        assertThat(get(HOLDER, "/tokens").toString()).contains("\"robot\"");

        requests.yes(THIRD, "DELETE", "/api/v1/tokens/" + made.get("id").asText(), "");

        for (String node : List.of(ASKED, HOLDER, THIRD)) {
            assertThat(requests.ask(node, "GET", "/api/v1/jobs", "", bearer).status())
                    .as(node)
                    .isEqualTo(401);
        }
    }

    @Test
    void every_node_tells_how_it_is() {
        for (String node : List.of(ASKED, HOLDER, THIRD)) {
            assertThat(requests.get(node, "/health/live").get("text").asText()).isEqualTo("live\n");
            assertThat(requests.get(node, "/health/ready").get("text").asText()).isEqualTo("ready\n");
            assertThat(requests.get(node, "/metrics").get("text").asText())
                    .contains("scheduler_nodes{state=\"alive\"} 3.0");
            assertThat(get(node, "/schedule/preview?cron=0+0+6+*+*+?&zone=UTC&count=2")
                            .get("times"))
                    .hasSize(2);
        }
    }

    /** The last: what the others asked, against what there is. */
    @Test
    @Order(Integer.MAX_VALUE)
    void no_route_was_left_out() {
        JsonNode description = requests.get(ASKED, "/openapi.json");

        assertThat(description.get("paths").size()).isGreaterThan(30);
        assertThat(requests.leftOut(description)).isEmpty();
    }
}
