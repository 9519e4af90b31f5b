package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.web.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRoutesTest {
    private static final String CRON = "{\"name\":\"REP.daily\",\"title\":\"打个招呼\",\"target\":\"bean.run\","
            + "\"schedule\":{\"cron\":\"0 * * * * ?\",\"zone\":\"UTC\"},\"data\":{\"n\":1.5,\"deep\":[null,\"x\"]}}";

    private final TestCluster cluster = new TestCluster();
    private final Caller caller = Caller.of(cluster.node("node-1"));

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    @Test
    void a_created_job_is_shown_with_its_fields_version_and_next_due_time() {
        Answer created = caller.post("/api/v1/jobs", CRON);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/jobs/REP.daily");
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        JsonNode job = caller.get("/api/v1/jobs/REP.daily").json();
        assertThat(job).isEqualTo(created.json());
        assertThat(job.get("title").asText()).isEqualTo("打个招呼");
        assertThat(job.get("data").toString()).isEqualTo("{\"n\":1.5,\"deep\":[null,\"x\"]}");
        assertThat(job.get("version").asInt()).isEqualTo(1);
        assertThat(job.get("nextDue").asText()).matches("20..-..-..T..:..:00\\.000Z");
        assertThat(job.get("effectiveFrom").asText()).matches("20..-..-..T..:..:..\\....Z");
    }

    @Test
    void a_job_that_exists_is_not_created_again() {
        caller.post("/api/v1/jobs", CRON);

        Answer again = caller.post("/api/v1/jobs", CRON);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(again.json().get("detail").asText()).contains("REP.daily exists");
        assertThat(again.json().get("status").asInt()).isEqualTo(409);
        assertThat(again.json().get("title").asText()).isEqualTo("Conflict");
    }

    @Test
    void a_wrong_field_is_named() {
        Answer answer = caller.post("/api/v1/jobs", CRON.replace("0 * * * * ?", "nonsense"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asText()).isEqualTo("schedule.cron");
        assertThat(answer.json().get("detail").asText()).contains("'nonsense' is no cron expression");

        Answer target = caller.post("/api/v1/jobs", CRON.replace("bean.run", "bean.gone"));
        assertThat(target.json().get("field").asText()).isEqualTo("target");
        Answer unknown = caller.post("/api/v1/jobs", CRON.replace("\"title\"", "\"titel\""));
        assertThat(unknown.json().get("field").asText()).isEqualTo("titel");
        assertThat(caller.get("/api/v1/jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void what_was_read_can_be_sent_back_changed() {
        ObjectNode job = (ObjectNode) caller.post("/api/v1/jobs", CRON).json();

        Answer same = caller.put("/api/v1/jobs/REP.daily", job.toString());
        Answer changed =
                caller.put("/api/v1/jobs/REP.daily", job.put("title", "neu").toString());

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(caller.get("/api/v1/jobs/REP.daily").json().get("title").asText())
                .isEqualTo("neu");
    }

    @Test
    void an_edit_of_an_outdated_version_is_refused() {
        caller.post("/api/v1/jobs", CRON);
        caller.put("/api/v1/jobs/REP.daily", CRON.replace("打个招呼", "two"), "If-Match", "\"1\"");

        Answer late = caller.put("/api/v1/jobs/REP.daily", CRON.replace("打个招呼", "three"), "If-Match", "\"1\"");
        Answer lateDelete = caller.delete("/api/v1/jobs/REP.daily", "If-Match", "\"1\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(lateDelete.status()).isEqualTo(412);
        assertThat(caller.get("/api/v1/jobs/REP.daily").json().get("title").asText())
                .isEqualTo("two");
        assertThat(caller.put("/api/v1/jobs/REP.daily", CRON, "If-Match", "\"1\", \"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(caller.put("/api/v1/jobs/REP.daily", CRON, "If-Match", "*").status())
                .isEqualTo(200);
        assertThat(caller.delete("/api/v1/jobs/REP.daily", "If-Match", "\"3\"").status())
                .isEqualTo(204);
    }

    @Test
    void a_body_that_names_another_job_is_refused() {
        caller.post("/api/v1/jobs", CRON);

        Answer answer = caller.put("/api/v1/jobs/REP.daily", CRON.replace("REP.daily", "REP.other"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asText()).isEqualTo("name");
    }

    @Test
    void a_job_that_is_not_there_is_404_whatever_one_wants_of_it() {
        assertThat(caller.get("/api/v1/jobs/NO.job").status()).isEqualTo(404);
        assertThat(caller.put("/api/v1/jobs/NO.job", CRON).status()).isEqualTo(404);
        assertThat(caller.delete("/api/v1/jobs/NO.job").status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/jobs/NO.job/pause", "").status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/jobs/NO.job/resume", "").status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/jobs/NO.job/run", "").status()).isEqualTo(404);
        assertThat(caller.get("/api/v1/jobs/NO.job").json().get("detail").asText())
                .isEqualTo("there is no job NO.job");
        assertThat(caller.get("/api/v1/jobs/%E6%89%93").json().get("detail").asText())
                .contains("'打'");
        Answer illegal = caller.get("/api/v1/jobs/a.b.c");
        assertThat(illegal.status()).isEqualTo(400);
        assertThat(illegal.json().get("field").asText()).isEqualTo("name");
    }

    @Test
    void a_paused_job_has_no_next_due_time_until_it_is_resumed() {
        caller.post("/api/v1/jobs", CRON);

        JsonNode paused = caller.post("/api/v1/jobs/REP.daily/pause", "").json();
        JsonNode resumed = caller.post("/api/v1/jobs/REP.daily/resume", "").json();

        assertThat(paused.get("enabled").asBoolean()).isFalse();
        assertThat(paused.get("nextDue").isNull()).isTrue();
        assertThat(resumed.get("enabled").asBoolean()).isTrue();
        assertThat(resumed.get("nextDue").isTextual()).isTrue();
    }

    @Test
    void a_deleted_job_is_gone() {
        caller.post("/api/v1/jobs", CRON);

        Answer deleted = caller.delete("/api/v1/jobs/REP.daily");

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.http().body()).isEmpty();
        assertThat(caller.get("/api/v1/jobs/REP.daily").status()).isEqualTo(404);
    }

    @Test
    void pages_hold_every_job_once() {
        for (int n = 0; n < 7; n++) {
            caller.post("/api/v1/jobs", CRON.replace("REP.daily", "REP.job" + n));
        }

        List<String> names = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            JsonNode page = caller.get("/api/v1/jobs?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            page.get("jobs").forEach(job -> names.add(job.get("name").asText()));
            cursor = page.get("cursor").textValue();
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(names)
                .containsExactly("REP.job0", "REP.job1", "REP.job2", "REP.job3", "REP.job4", "REP.job5", "REP.job6");
    }

    @Test
    void a_limit_out_of_range_and_a_broken_cursor_are_named() {
        for (String query : List.of("limit=0", "limit=201", "limit=x", "limit=-1", "cursor=%21", "cursor=AAAA")) {
            Answer answer = caller.get("/api/v1/jobs?" + query);

            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().get("field").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void the_list_is_narrowed_to_the_jobs_that_have_a_tag() {
        for (String job : List.of(
                "\"A.a\",\"tags\":[\"x\",\"y\"]", "\"A.b\",\"tags\":[\"xy\"]", "\"A.c\",\"tags\":[\"x\"]", "\"A.d\"")) {
            caller.post(
                    "/api/v1/jobs", "{\"name\":" + job + ",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        }

        JsonNode first = caller.get("/api/v1/jobs?tag=x&limit=1").json();
        assertThat(first.get("jobs").findValuesAsText("name")).containsExactly("A.a");
        assertThat(caller.get("/api/v1/jobs?tag=x&limit=1&cursor="
                                + first.get("cursor").asText())
                        .json()
                        .get("jobs")
                        .findValuesAsText("name"))
                .containsExactly("A.c");
        assertThat(caller.get("/api/v1/jobs?tag=none").json().get("jobs")).isEmpty();
        assertThat(caller.get("/api/v1/jobs?tag=").json().get("jobs")).hasSize(4);
    }

    @Test
    void versions_come_in_pages_newest_first() {
        caller.post("/api/v1/jobs", CRON);
        for (int n = 2; n <= 5; n++) {
            caller.put("/api/v1/jobs/REP.daily", CRON.replace("打个招呼", "title " + n));
        }
        List<Integer> versions = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/api/v1/jobs/REP.daily/versions?limit=2" + cursor)
                    .json();
            page.get("versions")
                    .forEach(version -> versions.add(version.get("version").asInt()));
            cursor = page.get("cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("cursor").asText();
        } while (!cursor.isEmpty());

        assertThat(versions).containsExactly(5, 4, 3, 2, 1);
        assertThat(caller.get("/api/v1/nodes?limit=201").status()).isEqualTo(400);
        assertThat(caller.get("/api/v1/users?limit=x").json().get("field").asText())
                .isEqualTo("limit");
    }

    @Test
    void pausing_bringing_back_and_deleting_mind_the_version_that_the_caller_saw() {
        caller.post("/api/v1/jobs", CRON);
        caller.put("/api/v1/jobs/REP.daily", CRON.replace("打个招呼", "two"));

        assertThat(caller.post("/api/v1/jobs/REP.daily/pause", "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(caller.post("/api/v1/jobs/REP.daily/versions/1:restore", "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(caller.post("/api/v1/jobs/REP.daily/pause", "", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(caller.post("/api/v1/jobs/REP.daily/versions/1:restore", "", "If-Match", "\"3\"")
                        .status())
                .isEqualTo(200);
    }
}
