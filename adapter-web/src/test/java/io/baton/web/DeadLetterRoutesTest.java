package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.DeadLetter;
import io.baton.web.Caller.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterRoutesTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.5Z");

    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final Caller caller = Caller.of(node);

    @BeforeEach
    void one_job() {
        caller.post("/api/v1/jobs", "{\"name\":\"A.ok\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
    }

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private void letter(String id, String raw) {
        node.where.queue().setAside(new DeadLetter(id, raw, "some reason", new NodeId("node-1"), AT));
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        caller.get("/api/v1/dead-letters")
                .json()
                .get("deadLetters")
                .forEach(l -> ids.add(l.get("id").asText()));
        return ids;
    }

    @Test
    void letters_are_shown_newest_first_with_what_came() {
        letter("one", "{broken");
        letter("two", "[1]");

        JsonNode letters = caller.get("/api/v1/dead-letters").json().get("deadLetters");

        assertThat(ids()).containsExactly("two", "one");
        assertThat(letters.get(1).toString())
                .isEqualTo("{\"id\":\"one\",\"at\":\"2026-11-22T12:00:00.500Z\",\"node\":\"node-1\","
                        + "\"reason\":\"some reason\",\"raw\":\"{broken\"}");
    }

    @Test
    void pages_hold_every_letter_once() {
        for (int n = 0; n < 5; n++) {
            letter("l" + n, "x");
        }

        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String more = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            JsonNode page = caller.get("/api/v1/dead-letters?limit=2" + more).json();
            page.get("deadLetters").forEach(letter -> ids.add(letter.get("id").asText()));
            cursor = page.get("cursor").textValue();
        }

        assertThat(ids).containsExactly("l4", "l3", "l2", "l1", "l0");
    }

    @Test
    void a_letter_that_names_a_job_by_now_is_run_with_its_data_and_removed() {
        letter("one", "{\"v\":1,\"taskId\":\"A.ok\",\"targetNode\":\"node-9\",\"taskData\":{\"n\":1}}");

        Answer answer = caller.post("/api/v1/dead-letters/one/replay", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("task").asText()).isEqualTo("A.ok@r-one");
        assertThat(ids()).isEmpty();
        JsonNode run = await().until(
                        () -> caller.get("/api/v1/runs/A.ok@r-one").json(),
                        r -> r.get("state").asText().equals("DONE"));
        assertThat(run.get("data").toString()).isEqualTo("{\"n\":1}");
        assertThat(caller.get("/api/v1/audit?action=dead-letter")
                        .json()
                        .get("audit")
                        .get(0)
                        .toString())
                .contains("dead-letter.replay", "\"one\"");
    }

    @Test
    void bare_names_and_refused_requests_are_replayed_too() {
        letter("bare", "A.ok");
        letter("quoted", "\"A.ok\"");
        letter("request", "A.ok {\"n\":2}");

        for (String id : ids()) {
            assertThat(caller.post("/api/v1/dead-letters/" + id + "/replay", "").status())
                    .isEqualTo(202);
        }

        assertThat(caller.get("/api/v1/runs/A.ok@r-request").json().get("data").toString())
                .isEqualTo("{\"n\":2}");
        assertThat(caller.get("/api/v1/runs").json().get("runs")).hasSize(3);
    }

    @Test
    void a_request_that_had_an_id_when_it_was_set_aside_keeps_it() {
        letter("handed-over", "{\"v\":1,\"taskId\":\"A.ok\",\"taskData\":{\"n\":3},\"adopted\":\"first\"}");
        letter("named", "{\"taskId\":\"A.ok\",\"taskData\":{},\"task\":\"A.ok@r-second\",\"fence\":1}");
        letter("version", "{\"v\":null,\"taskId\":\"A.ok\",\"adopted\":\"not legal\"}");

        for (String id : ids()) {
            assertThat(caller.post("/api/v1/dead-letters/" + id + "/replay", "").status())
                    .as(id)
                    .isEqualTo(202);
        }

        JsonNode runs = caller.get("/api/v1/runs").json().get("runs");
        assertThat(runs)
                .extracting(run -> run.get("task").asText())
                .containsExactlyInAnyOrder("A.ok@r-first", "A.ok@r-second", "A.ok@r-version");
    }

    @Test
    void a_replay_that_was_cut_off_runs_nothing_twice() {
        letter("one", "A.ok");
        caller.post("/api/v1/dead-letters/one/replay", "");
        letter("one", "A.ok");

        assertThat(caller.post("/api/v1/dead-letters/one/replay", "").status()).isEqualTo(202);
        assertThat(caller.get("/api/v1/runs").json().get("runs")).hasSize(1);
    }

    @Test
    void a_letter_that_names_nothing_to_run_stays() {
        letter("broken", "{\"taskId\":");
        letter("array", "[1]");
        letter("gone", "NO.job");
        letter("task", "{\"taskId\":\"A.ok\",\"task\":\"A.ok@123\",\"fence\":1}");
        letter("part", "{\"taskId\":\"A.ok\",\"task\":\"A.ok@r-one~1\",\"fence\":1}");
        letter("another", "{\"taskId\":\"A.ok\",\"task\":\"A.other@r-one\",\"fence\":1}");
        letter("newer", "{\"v\":9,\"taskId\":\"A.ok\"}");
        letter("number", "{\"taskId\":7}");

        for (String id : ids()) {
            Answer answer = caller.post("/api/v1/dead-letters/" + id + "/replay", "");
            assertThat(answer.status()).as(id).isEqualTo(409);
            assertThat(answer.json().get("detail").asText()).contains(id);
        }
        assertThat(ids()).hasSize(8);
        assertThat(caller.get("/api/v1/runs").json().get("runs")).isEmpty();
    }

    @Test
    void a_letter_is_deleted_once() {
        letter("one", "x");

        assertThat(caller.delete("/api/v1/dead-letters/one").status()).isEqualTo(204);
        assertThat(caller.delete("/api/v1/dead-letters/one").status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/dead-letters/one/replay", "").status()).isEqualTo(404);
        JsonNode entries = caller.get("/api/v1/audit?action=dead-letter").json().get("audit");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).toString()).contains("dead-letter.delete", "\"one\"");
    }
}
