package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.web.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Users, tokens and versions by the API; and every change leaves an entry. */
class AuditTest {
    private static final String JOB = "{\"name\":\"A.b\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}";

    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final Caller caller = Caller.of(node);

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private List<String> entries(String query) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : caller.get("/api/v1/audit" + query).json().get("audit")) {
            entries.add(
                    entry.get("action").asText() + " " + entry.get("subject").asText());
        }
        return entries;
    }

    @Test
    void every_change_leaves_an_entry_the_newest_first() {
        caller.post("/api/v1/jobs", JOB);
        caller.put("/api/v1/jobs/A.b", JOB.replace("bean.run", "bean.fail"));
        caller.put("/api/v1/jobs/A.b", JOB.replace("bean.run", "bean.fail"));
        caller.post("/api/v1/jobs/A.b/pause", "");
        caller.post("/api/v1/jobs/A.b/resume", "");
        caller.post("/api/v1/jobs/A.b/run", "{\"requestId\":\"1\",\"data\":{\"n\":1}}");
        caller.post("/api/v1/jobs/A.b/versions/1:restore", "");
        caller.post("/api/v1/jobs:apply", "{\"jobs\":[" + JOB.replace("A.b", "A.c") + "]}");
        caller.post("/api/v1/jobs:apply?dryRun=true", "{\"jobs\":[" + JOB.replace("A.b", "A.d") + "]}");
        caller.delete("/api/v1/jobs/A.b");
        caller.post("/api/v1/nodes/node-1/drain", "");
        caller.post("/api/v1/nodes/node-1/undrain", "");
        caller.post("/api/v1/reconcile", "");

        assertThat(entries(""))
                .containsExactly(
                        "cluster.reconcile ",
                        "node.undrain node-1",
                        "node.drain node-1",
                        "job.delete A.b",
                        "job.create A.c",
                        "job.update A.b",
                        "run.request A.b@r-1",
                        "job.resume A.b",
                        "job.pause A.b",
                        "job.update A.b",
                        "job.create A.b");
        assertThat(entries("?action=node")).hasSize(2);
        assertThat(entries("?subject=A.c&who=BATON_API_TOKEN")).containsExactly("job.create A.c");
        assertThat(entries("?who=nobody")).isEmpty();
    }

    @Test
    void an_entry_tells_who_from_where_before_and_after() {
        caller.post("/api/v1/jobs", JOB);
        caller.put("/api/v1/jobs/A.b", JOB.replace("bean.run", "bean.fail"));

        JsonNode entry = caller.get("/api/v1/audit?limit=1").json().get("audit").get(0);

        assertThat(entry.get("who").asText()).isEqualTo("BATON_API_TOKEN");
        assertThat(entry.get("from").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.get("before").asText()).contains("bean.run").doesNotContain("bean.fail");
        assertThat(entry.get("after").asText()).contains("bean.fail").doesNotContain("bean.run");
    }

    @Test
    void pages_of_the_audit_lead_to_its_beginning() {
        for (int i = 0; i < 5; i++) {
            caller.post("/api/v1/jobs", JOB.replace("A.b", "A.b" + i));
        }
        JsonNode first = caller.get("/api/v1/audit?limit=3").json();
        JsonNode second = caller.get(
                        "/api/v1/audit?limit=3&cursor=" + first.get("cursor").asText())
                .json();

        assertThat(first.get("audit")).hasSize(3);
        assertThat(second.get("audit")).hasSize(2);
        assertThat(second.get("cursor").isNull()).isTrue();
    }

    @Test
    void users_are_made_changed_and_deleted() {
        String ann =
                "{\"name\":\"ann\",\"password\":\"correct horse battery\",\"role\":\"operator\",\"groups\":[\"A\"]}";

        assertThat(caller.post("/api/v1/users", ann).status()).isEqualTo(201);
        assertThat(caller.post("/api/v1/users", ann).status()).isEqualTo(409);
        assertThat(caller.get("/api/v1/users").json().get("users").get(0).toString())
                .isEqualTo("{\"name\":\"ann\",\"role\":\"operator\",\"groups\":[\"A\"]}");
        assertThat(caller.put("/api/v1/users/ann/rights", "{\"role\":\"admin\",\"groups\":[\"A\"]}")
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("groups");
        assertThat(caller.put("/api/v1/users/ann/rights", "{\"role\":\"admin\"}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.put("/api/v1/users/ann/password", "{\"password\":\"short\"}")
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("password");
        assertThat(caller.put("/api/v1/users/ann/password", "{\"password\":\"another password\"}")
                        .status())
                .isEqualTo(204);
        assertThat(caller.delete("/api/v1/users/ann").status())
                .as("the last admin")
                .isEqualTo(409);
        assertThat(caller.delete("/api/v1/users/bob").status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/users", ann.replace("ann", "b b"))
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("name");
        assertThat(caller.post("/api/v1/users", ann.replace("operator", "king"))
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("role");
        assertThat(entries("?action=user")).containsExactly("user.password ann", "user.rights ann", "user.create ann");
        caller.post("/api/v1/users", ann.replace("ann", "bob"));
        assertThat(caller.delete("/api/v1/users/bob").status()).isEqualTo(204);
        assertThat(entries("?action=user.delete")).containsExactly("user.delete bob");
    }

    @Test
    void a_token_is_told_once_and_opens_until_it_is_revoked() {
        Answer made = caller.post("/api/v1/tokens", "{\"label\":\"robot\",\"role\":\"viewer\",\"days\":30}");
        String secret = made.json().get("secret").asText();
        String bearer = "Bearer " + secret;

        assertThat(made.status()).isEqualTo(201);
        assertThat(caller.get("/api/v1/me", "Authorization", bearer).json().toString())
                .isEqualTo("{\"name\":\"token:robot\",\"role\":\"viewer\",\"groups\":[]}");
        assertThat(caller.get("/api/v1/tokens").http().body()).contains("robot").doesNotContain(secret);
        assertThat(caller.put("/api/v1/me/password", "{\"old\":\"x\",\"password\":\"y\"}", "Authorization", bearer)
                        .status())
                .isEqualTo(409);
        String path = "/api/v1/tokens/" + made.json().get("id").asText();
        assertThat(caller.delete(path).status()).isEqualTo(204);
        assertThat(caller.delete(path).status()).isEqualTo(404);
        assertThat(entries("?action=token"))
                .hasSize(2)
                .satisfiesExactly(
                        revoked -> assertThat(revoked).startsWith("token.revoke "),
                        created -> assertThat(created).startsWith("token.create "));
        assertThat(caller.get("/api/v1/me", "Authorization", bearer).status()).isEqualTo(401);
        assertThat(caller.post("/api/v1/tokens", "{\"label\":\"x\",\"role\":\"viewer\",\"days\":0}")
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("days");
    }

    @Test
    void versions_are_listed_and_brought_back_also_of_a_deleted_job() {
        caller.post("/api/v1/jobs", JOB);
        caller.put("/api/v1/jobs/A.b", JOB.replace("bean.run", "bean.fail"));
        caller.delete("/api/v1/jobs/A.b");

        JsonNode versions = caller.get("/api/v1/jobs/A.b/versions").json().get("versions");
        assertThat(versions).hasSize(3);
        assertThat(versions.get(0).get("deleted").asBoolean()).isTrue();
        assertThat(versions.get(2).get("job").get("target").asText()).isEqualTo("bean.run");

        Answer back = caller.post("/api/v1/jobs/A.b/versions/1:restore", "");
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.json().get("target").asText()).isEqualTo("bean.run");
        assertThat(back.json().get("version").asInt()).isEqualTo(4);
        assertThat(caller.post("/api/v1/jobs/A.b/versions/9:restore", "").status())
                .isEqualTo(404);
        assertThat(caller.get("/api/v1/jobs/A.none/versions").status()).isEqualTo(404);
    }
}
