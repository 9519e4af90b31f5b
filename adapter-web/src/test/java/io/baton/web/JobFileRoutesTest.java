package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.web.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobFileRoutesTest {
    private static final String FILE = """
            jobs:
              - name: A.one
                title: "no"
                target: bean.run("你好, \\"x\\"", 1)
                schedule: { cron: "0/5 * * * * ?", zone: Asia/Shanghai }
                placement: { shards: 3 }
                tags: [ "1.0", plain, "a: b" ]
                data: { list: [ [ 1, 2 ], [ ], { } ], text: "line\\nline", nothing: null, word: "null" }
              - name: A.two
                target: bean.run
                schedule: { manual: true }
                labels: { zone: a }
                retry: { attempts: 3, delay: 5s }
            """;

    private final TestCluster cluster = new TestCluster();
    private final Caller caller = Caller.of(cluster.node("node-1"));

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private Answer apply(String query, String yaml) {
        return caller.post("/api/v1/jobs:apply" + query, yaml, "Content-Type", "application/yaml");
    }

    private static List<String> lines(Answer answer) {
        List<String> lines = new ArrayList<>();
        answer.json()
                .get("jobs")
                .forEach(l ->
                        lines.add(l.get("name").asText() + " " + l.get("result").asText()));
        return lines;
    }

    @Test
    void a_file_is_applied_job_by_job() {
        assertThat(lines(apply("", FILE))).containsExactly("A.one created", "A.two created");
        assertThat(lines(apply("", FILE))).containsExactly("A.one unchanged", "A.two unchanged");
        assertThat(lines(apply("", FILE.replace("delay: 5s", "delay: 6s"))))
                .containsExactly("A.one unchanged", "A.two updated");
    }

    @Test
    void a_refused_job_leaves_the_others_and_says_why() {
        Answer answer = apply("", FILE.replace("target: bean.run\n", "target: bean.gone\n"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(lines(answer)).containsExactly("A.one created", "A.two refused");
        assertThat(answer.json().get("jobs").get(1).get("why").asText())
                .contains("jobs[1].target")
                .contains("bean.gone");
    }

    @Test
    void a_dry_run_only_tells() {
        Answer answer = apply("?dryRun=true", FILE);

        assertThat(answer.json().get("dryRun").asBoolean()).isTrue();
        assertThat(lines(answer)).containsExactly("A.one created", "A.two created");
        assertThat(caller.get("/api/v1/jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void pruning_deletes_what_the_file_does_not_name_and_nothing_else_does() {
        apply("", FILE);
        String one = FILE.substring(0, FILE.indexOf("  - name: A.two"));

        assertThat(lines(apply("", one))).containsExactly("A.one unchanged");
        assertThat(caller.get("/api/v1/jobs").json().get("jobs")).hasSize(2);
        assertThat(lines(apply("?prune=true&dryRun=true", one))).containsExactly("A.one unchanged", "A.two deleted");
        assertThat(caller.get("/api/v1/jobs").json().get("jobs")).hasSize(2);
        assertThat(lines(apply("?prune=true", one))).containsExactly("A.one unchanged", "A.two deleted");
        assertThat(caller.get("/api/v1/jobs").json().get("jobs")).hasSize(1);
    }

    @Test
    void a_flag_that_is_neither_true_nor_false_is_refused_rather_than_guessed() {
        Answer answer = apply("?dryRun=yes", FILE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asText()).isEqualTo("dryRun");
        assertThat(caller.get("/api/v1/jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void what_is_no_job_file_is_refused_as_a_whole() {
        assertThat(apply("", "{}").status()).isEqualTo(400);
        assertThat(apply("", "").status()).isEqualTo(400);
        assertThat(apply("", "jobs: 7").json().get("field").asText()).isEqualTo("jobs");
        assertThat(apply("", "job: []").json().get("field").asText()).isEqualTo("job");
        assertThat(apply("", "jobs: []").json().get("jobs")).isEmpty();
    }

    @Test
    void an_export_in_either_form_applies_unchanged() {
        apply("", FILE);

        Answer json = caller.get("/api/v1/jobs:export");
        Answer yaml = caller.get("/api/v1/jobs:export", "Accept", "application/yaml");

        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
        JsonNode read = JsonTree.of(Caller.document(yaml.http().body()));
        assertThat(read).isEqualTo(json.json());
        assertThat(lines(apply("", yaml.http().body()))).containsExactly("A.one unchanged", "A.two unchanged");
        assertThat(lines(caller.post("/api/v1/jobs:apply", json.http().body())))
                .containsExactly("A.one unchanged", "A.two unchanged");
    }

    @Test
    void yaml_is_laid_out_for_people() {
        apply("", FILE.substring(0, FILE.indexOf("    placement")));

        assertThat(caller.get("/api/v1/jobs:export", "Accept", "text/yaml")
                        .http()
                        .body())
                .startsWith("""
                        jobs:
                          - name: A.one
                            title: "no"
                            target: "bean.run(\\"你好, \\\\\\"x\\\\\\"\\", 1)"
                            schedule:
                              cron: "0/5 * * * * ?"
                              zone: "Asia/Shanghai"
                            placement: any
                        """);
    }
}
