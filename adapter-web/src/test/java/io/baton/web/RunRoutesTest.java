package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.web.Caller.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunRoutesTest {
    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final Caller caller = Caller.of(node);

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private void job(String name, String target, String more) {
        Answer answer = caller.post(
                "/api/v1/jobs",
                "{\"name\":\"" + name + "\",\"target\":\"" + target + "\",\"schedule\":{\"manual\":true}" + more + "}");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    }

    private String run(String job, String body) {
        Answer answer = caller.post("/api/v1/jobs/" + job + "/run", body);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(202);
        String task = answer.json().get("task").asText();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/runs/" + task);
        return task;
    }

    private JsonNode ended(String task) {
        return in("DONE", task);
    }

    private JsonNode in(String state, String task) {
        return await().until(
                        () -> {
                            goOn();
                            return caller.get("/api/v1/runs/" + task).json();
                        },
                        run -> run.get("state").asText().equals(state));
    }

    /** What the node's loops do: send what is due, take what was sent. */
    private void goOn() {
        node.cycle("sweep");
        NodeId self = node.core.life().watch().self().node();
        if (node.where.recovery().states(List.of(self)).get(0).depth() > 0) {
            node.take();
        }
    }

    private static String outcome(JsonNode run) {
        return run.get("outcome").asText();
    }

    @Test
    void a_requested_run_succeeds_and_is_shown_with_its_attempt() {
        job("A.ok", "bean.run", "");

        String task = run("A.ok", "{\"requestId\":\"r1\",\"data\":{\"n\":[1]}}");
        JsonNode run = ended(task);

        assertThat(task).isEqualTo("A.ok@r-r1");
        assertThat(outcome(run)).isEqualTo("SUCCEEDED");
        assertThat(run.get("reason").isNull()).isTrue();
        assertThat(run.get("error").isNull()).isTrue();
        assertThat(run.get("job").asText()).isEqualTo("A.ok");
        assertThat(run.get("node").asText()).isEqualTo("node-1");
        assertThat(run.get("claimedBy").asText()).isEqualTo("node-1");
        assertThat(run.get("data").toString()).isEqualTo("{\"n\":[1]}");
        assertThat(run.get("parts").asInt()).isEqualTo(1);
        for (String time : List.of("scheduledAt", "claimedAt", "startedAt", "finishedAt")) {
            assertThat(run.get(time).asText()).as(time).matches("20..-..-..T..:..:..\\....Z");
        }
        assertThat(run.get("takenAt").isNull()).as("no message brought it").isTrue();
        assertThat(run.get("attempts")).hasSize(1);
        assertThat(run.get("attempts").get(0).get("outcome").asText()).isEqualTo("SUCCEEDED");
        assertThat(run.get("attempts").get(0).get("node").asText()).isEqualTo("node-1");
    }

    @Test
    void the_same_request_gives_the_same_task_and_runs_once() {
        job("A.ok", "bean.run", "");

        String first = run("A.ok", "{\"requestId\":\"same\"}");
        ended(first);
        String second = run("A.ok", "{\"requestId\":\"same\"}");

        assertThat(second).isEqualTo(first);
        assertThat(caller.get("/api/v1/runs").json().get("runs")).hasSize(1);
    }

    @Test
    void a_run_needs_no_body() {
        job("A.ok", "bean.run", ",\"data\":{\"own\":true}");

        JsonNode run = ended(run("A.ok", ""));

        assertThat(run.get("data").toString()).isEqualTo("{\"own\":true}");
    }

    @Test
    void a_run_is_refused_for_now_while_the_queues_are_full() {
        job("A.ok", "bean.run", "");
        NodeId self = node.core.life().watch().self().node();
        List<TaskMessage> waiting = IntStream.range(0, TestNode.QUEUE_CAPACITY)
                .mapToObj(n -> new TaskMessage(
                        TaskId.of(FiringId.requested(JobKey.parse("A.ok"), "w" + n)),
                        self,
                        new TaskMessage.Position(1, 1, Instant.EPOCH),
                        false,
                        JsonText.EMPTY_OBJECT))
                .toList();
        assertThat(node.where.queue().push(waiting, TestNode.QUEUE_CAPACITY)).isEmpty();
        node.cycle("heartbeat");

        Answer answer = caller.post("/api/v1/jobs/A.ok/run", "{\"requestId\":\"over\"}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.json().get("detail").asText()).contains("baton.queue.capacity");
        assertThat(caller.get("/api/v1/runs").json().get("runs")).isEmpty();
    }

    @Test
    void a_run_with_wrong_members_is_refused_with_the_member() {
        job("A.ok", "bean.run", "");

        Answer id = caller.post("/api/v1/jobs/A.ok/run", "{\"requestId\":\"ä ö\"}");
        Answer unknown = caller.post("/api/v1/jobs/A.ok/run", "{\"dta\":{}}");
        Answer large = caller.post("/api/v1/jobs/A.ok/run", "{\"data\":\"" + "x".repeat(60_000) + "\"}");

        assertThat(id.status()).isEqualTo(400);
        assertThat(id.json().get("field").asText()).isEqualTo("requestId");
        assertThat(unknown.json().get("field").asText()).isEqualTo("dta");
        assertThat(large.status()).isEqualTo(400);
        assertThat(large.json().get("field").asText()).isEqualTo("data");
        assertThat(caller.get("/api/v1/runs").json().get("runs")).isEmpty();
    }

    @Test
    void a_run_that_failed_twice_shows_both_attempts_with_their_errors() {
        job("A.bad", "bean.fail", ",\"retry\":{\"attempts\":2,\"delay\":\"100ms\"}");
        String task = run("A.bad", "");

        JsonNode run = ended(task);

        assertThat(outcome(run)).isEqualTo("FAILED");
        assertThat(run.get("attempt").asInt()).isEqualTo(2);
        assertThat(run.get("attempts")).hasSize(2).allSatisfy(attempt -> {
            assertThat(attempt.get("outcome").asText()).isEqualTo("FAILED");
            assertThat(attempt.get("error").asText()).contains("no paper");
            assertThat(attempt.get("late").asBoolean()).isFalse();
        });
        assertThat(run.get("attempts").get(0).get("attempt").asInt()).isEqualTo(1);
        assertThat(run.get("attempts").get(1).get("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void a_running_task_is_cancelled_and_an_ended_one_cannot_be() {
        job("A.slow", "bean.hang", "");
        String task = run("A.slow", "");
        in("RUNNING", task);

        Answer asked = caller.post("/api/v1/runs/" + task + "/cancel", "");
        JsonNode run = ended(task);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().get("result").asText()).isEqualTo("asked");
        assertThat(outcome(run)).isEqualTo("CANCELLED");
        Answer again = caller.post("/api/v1/runs/" + task + "/cancel", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(caller.post("/api/v1/runs/A.slow@r-none/cancel", "").status())
                .isEqualTo(404);
        assertThat(audited("run.cancel")).containsExactly(task);
    }

    @Test
    void a_rerun_is_a_new_task_with_the_same_data() {
        job("A.ok", "bean.run", "");
        String first = run("A.ok", "{\"data\":{\"n\":7}}");
        ended(first);

        Answer answer = caller.post("/api/v1/runs/" + first + "/rerun", "{\"requestId\":\"two\"}");
        JsonNode second = ended(answer.json().get("task").asText());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(second.get("task").asText()).isEqualTo("A.ok@r-two");
        assertThat(second.get("data").toString()).isEqualTo("{\"n\":7}");
        assertThat(caller.post("/api/v1/runs/A.ok@r-none/rerun", "").status()).isEqualTo(404);
        assertThat(audited("run.request")).containsExactly("A.ok@r-two", first);
    }

    /** What entries of that action are about, the newest first. */
    private List<String> audited(String action) {
        List<String> subjects = new ArrayList<>();
        caller.get("/api/v1/audit?action=" + action)
                .json()
                .get("audit")
                .forEach(entry -> subjects.add(entry.get("subject").asText()));
        return subjects;
    }

    @Test
    void runs_are_found_by_job_outcome_node_state_and_time() {
        job("A.ok", "bean.run", "");
        job("A.bad", "bean.fail", "");
        ended(run("A.ok", ""));
        ended(run("A.bad", ""));

        assertThat(found("")).isEqualTo(2);
        assertThat(found("?job=A.ok")).isEqualTo(1);
        assertThat(found("?outcome=FAILED")).isEqualTo(1);
        assertThat(found("?outcome=timed-out")).isZero();
        assertThat(found("?state=done&node=node-1")).isEqualTo(2);
        assertThat(found("?node=node-2")).isZero();
        assertThat(found("?since=2020-01-01T00:00:00Z")).isEqualTo(2);
        assertThat(found("?until=2020-01-01T00:00:00Z")).isZero();
        assertThat(found("?since=2999-01-01T00:00:00.000%2B08:00")).isZero();
    }

    private int found(String query) {
        return caller.get("/api/v1/runs" + query).json().get("runs").size();
    }

    @Test
    void a_filter_that_cannot_be_read_is_named() {
        for (String query :
                List.of("outcome=GREAT", "state=x", "since=yesterday", "job=a.b.c", "node=%20", "cursor=x")) {
            Answer answer = caller.get("/api/v1/runs?" + query);

            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().get("field").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void pages_hold_every_run_once() {
        job("A.ok", "bean.run", "");
        for (int n = 0; n < 5; n++) {
            ended(run("A.ok", ""));
        }

        Set<String> tasks = new HashSet<>();
        String cursor = "";
        int elements = 0;
        while (cursor != null) {
            JsonNode page = caller.get("/api/v1/runs?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            page.get("runs").forEach(run -> tasks.add(run.get("task").asText()));
            elements += page.get("runs").size();
            cursor = page.get("cursor").textValue();
        }

        assertThat(tasks).hasSize(5);
        assertThat(elements).isEqualTo(5);
    }

    @Test
    void shards_name_their_number_and_how_many_there_are() {
        job("A.parts", "bean.run", ",\"placement\":{\"shards\":2}");

        String task = run("A.parts", "");
        JsonNode shard = ended(task + "~1");

        assertThat(shard.get("shard").asInt()).isEqualTo(1);
        assertThat(shard.get("parts").asInt()).isEqualTo(2);
        assertThat(ended(task).get("shard").isNull()).isTrue();
    }
}
