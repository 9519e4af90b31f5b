package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.web.Caller.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeRoutesTest {
    private final TestCluster cluster = new TestCluster();
    private final TestNode one = cluster.node("node-1");
    private final Caller caller = Caller.of(one);

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    @Test
    void nodes_are_shown_as_they_stand() {
        cluster.node("node-2");

        JsonNode nodes = caller.get("/api/v1/nodes").json().get("nodes");

        assertThat(nodes).hasSize(2);
        JsonNode first = nodes.get(0);
        assertThat(first.get("id").asText()).isEqualTo("node-1");
        assertThat(first.get("master").asBoolean()).isTrue();
        assertThat(first.get("alive").asBoolean()).isTrue();
        assertThat(first.get("slots").asInt()).isEqualTo(4);
        assertThat(first.get("queueDepth").asInt()).isZero();
        assertThat(first.get("inFlight").asInt()).isZero();
        assertThat(first.get("lastHeartbeat").asText()).matches("20..-..-..T..:..:..\\....Z");
        assertThat(nodes.get(1).get("master").asBoolean()).isFalse();
    }

    @Test
    void a_node_is_asked_to_drain_and_to_work_again() {
        Answer drain = caller.post("/api/v1/nodes/node-1/drain", "");

        assertThat(drain.status()).isEqualTo(200);
        one.cycle("heartbeat");
        assertThat(node().get("drainWanted").asBoolean()).isTrue();
        assertThat(node().get("draining").asBoolean()).isTrue();

        caller.post("/api/v1/nodes/node-1/undrain", "");
        one.cycle("heartbeat");
        assertThat(node().get("drainWanted").asBoolean()).isFalse();
        assertThat(node().get("draining").asBoolean()).isFalse();
    }

    private JsonNode node() {
        return caller.get("/api/v1/nodes").json().get("nodes").get(0);
    }

    @Test
    void a_node_that_nobody_knows_is_not_drained() {
        assertThat(caller.post("/api/v1/nodes/node-9/drain", "").status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/nodes/node-9/undrain", "").status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/nodes/n%20o/drain", "")
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("id");
    }

    @Test
    void targets_are_shown_with_parameters_and_nodes() {
        cluster.node("node-2");

        JsonNode target = caller.get("/api/v1/targets").json().get("targets").get(2);

        assertThat(target.get("name").asText()).isEqualTo("bean.run");
        assertThat(target.get("parameters").toString()).isEqualTo("[\"String\"]");
        assertThat(target.get("description").asText()).isEqualTo("about bean.run");
        assertThat(target.get("nodes").toString()).isEqualTo("[\"node-1\",\"node-2\"]");
    }

    @Test
    void reconciling_gathers_the_numbers_of_every_node() {
        TestNode two = cluster.node("node-2");
        caller.post("/api/v1/jobs", "{\"name\":\"A.b\",\"target\":\"bean.run\",\"schedule\":{\"every\":\"30s\"}}");
        two.cycle("jobs");
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                two.cycle("jobs");
                Thread.onSpinWait();
            }
        });

        Answer answer = caller.post("/api/v1/reconcile", "");
        enough.set(true);
        other.join();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("nodes")).hasSize(2).allSatisfy(node -> {
            assertThat(node.get("answered").asBoolean()).isTrue();
            assertThat(node.get("failed").asInt()).isZero();
            assertThat(node.get("removed").asInt()).isZero();
        });
    }

    @Test
    void what_reconciling_would_change_is_told_of_every_node_and_nothing_is_changed() {
        TestNode two = cluster.node("node-2");
        two.cycle("jobs");
        AtomicBoolean enough = new AtomicBoolean();
        // Reconciled by this node alone: to the other it is news, until the other's own look for changes.
        caller.post("/api/v1/jobs", "{\"name\":\"A.b\",\"target\":\"bean.run\",\"schedule\":{\"every\":\"30s\"}}");
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                two.core.desk().work().reconcile().answer();
                Thread.onSpinWait();
            }
        });

        JsonNode first = forecast();
        JsonNode again = forecast();
        enough.set(true);
        other.join();

        assertThat(first.get(0).get("created").asInt()).isZero();
        assertThat(first.get(0).get("changes")).isEmpty();
        assertThat(first.get(1).get("created").asInt()).isOne();
        assertThat(first.get(1).get("changes").toString()).isEqualTo("[{\"change\":\"create\",\"job\":\"A.b\"}]");
        assertThat(again).isEqualTo(first);
    }

    private JsonNode forecast() {
        return caller.post("/api/v1/reconcile?dryRun=true", "").json().get("nodes");
    }

    @Test
    void a_node_that_does_not_answer_is_listed_as_such() {
        cluster.node("node-2");

        JsonNode nodes = caller.post("/api/v1/reconcile", "").json().get("nodes");

        assertThat(nodes.get(0).get("answered").asBoolean()).isTrue();
        assertThat(nodes.get(1).get("node").asText()).isEqualTo("node-2");
        assertThat(nodes.get(1).get("answered").asBoolean()).isFalse();
        assertThat(nodes.get(1).has("failed")).isFalse();
    }
}
