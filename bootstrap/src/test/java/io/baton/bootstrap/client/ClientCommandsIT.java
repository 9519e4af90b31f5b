package io.baton.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.client.Shell.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every client command against a real node with an embedded database. */
class ClientCommandsIT {
    private static final String FILE = """
            jobs:
              - name: A.ok
                title: 打个招呼
                target: demoTask.noParams
                schedule: { cron: "0 0 6 * * ?", zone: UTC }
                data: { from: "2026-01-01", n: 1.5 }
              - name: A.bad
                target: demoTask.fail("no paper")
                schedule: { manual: true }
              - name: A.slow
                target: demoTask.sleep(600000L)
                schedule: { every: 1d }
            """;

    @TempDir
    private static Path folder;

    private static ServedNode node;
    private static Shell shell;
    private static Path file;

    @BeforeAll
    static void start() throws IOException {
        node = ServedNode.start(folder);
        shell = node.shell();
        file = Files.writeString(folder.resolve("jobs.yaml"), FILE);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void jobs_of_the_file() {
        assertThat(shell.run("apply", "--prune", "-f", file.toString()).code()).isZero();
    }

    private static JsonNode json(Left left) {
        assertThat(left.err()).isEmpty();
        return Api.read(left.out());
    }

    @Test
    void apply_tells_job_by_job_and_ends_with_one_if_a_job_is_refused() throws IOException {
        String wrong = FILE.replace("demoTask.fail", "demoTask.fial").replace("打个招呼", "你好");
        Path other = Files.writeString(folder.resolve("wrong.yml"), wrong);

        Left dry = shell.run("apply", "--file=" + other, "--dry-run");
        Left applied = shell.run("apply", "-f", other.toString());

        assertThat(dry.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(applied.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(applied.lines()).hasSize(4);
        assertThat(applied.lines().get(0)).isEqualTo("RESULT     JOB     WHY");
        assertThat(applied.lines().get(1)).isEqualTo("updated    A.ok    -");
        assertThat(applied.lines().get(2))
                .startsWith("refused    A.bad   jobs[1].target: ")
                .contains("fial");
        assertThat(applied.lines().get(3)).isEqualTo("unchanged  A.slow  -");
    }

    @Test
    void prune_deletes_what_the_file_does_not_name() throws IOException {
        Path none = Files.writeString(folder.resolve("none.json"), "{\"jobs\":[]}");

        assertThat(shell.run("apply", "-f", none.toString()).out()).isEqualTo("the file names no job\n");
        Left pruned = shell.run("apply", "-f", none.toString(), "--prune", "--json");

        assertThat(json(pruned).get("jobs"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.get("result").asText()).isEqualTo("deleted"));
        assertThat(shell.run("jobs").out()).isEqualTo("no jobs\n");
    }

    @Test
    void an_export_applies_unchanged() throws IOException {
        Left yaml = shell.run("export");
        Path exported = Files.writeString(folder.resolve("exported.yaml"), yaml.out());

        Left again = shell.run("apply", "-f", exported.toString(), "--prune");

        assertThat(again.lines())
                .filteredOn(line -> line.startsWith("unchanged"))
                .hasSize(3);
        assertThat(json(shell.run("export", "--json")).get("jobs")).hasSize(3);
    }

    @Test
    void jobs_are_listed_in_columns() {
        shell.run("pause", "A.slow");

        Left left = shell.run("jobs");

        assertThat(left.code()).isZero();
        assertThat(left.lines().get(0)).startsWith("NAME    SCHEDULE         NEXT DUE");
        assertThat(left.lines().get(1)).startsWith("A.bad   manual           -");
        assertThat(left.lines().get(2))
                .startsWith("A.ok    0 0 6 * * ? UTC  20")
                .endsWith("打个招呼");
        assertThat(left.lines().get(3)).startsWith("A.slow  every 1d         paused");
        assertThat(json(shell.run("jobs", "--json")).get("jobs")).hasSize(3);
        shell.run("resume", "A.slow");
    }

    @Test
    void a_job_is_shown_field_by_field() {
        Left left = shell.run("job", "A.ok");

        assertThat(left.lines())
                .anySatisfy(line -> assertThat(line).matches("data +\\{\"from\":\"2026-01-01\",\"n\":1.5}"));
        assertThat(json(shell.run("job", "A.ok", "--json")).get("title").asText())
                .isEqualTo("打个招呼");
    }

    @Test
    void what_the_server_refuses_is_one_line_and_one() {
        for (String[] command : new String[][] {
            {"job", "NO.job"}, {"run", "NO.job"}, {"pause", "NO.job"}, {"resume", "NO.job"}, {"delete", "NO.job"}
        }) {
            Left left = shell.run(command);
            assertThat(left.code()).as(command[0]).isEqualTo(ExitCode.REFUSED);
            assertThat(left.err()).isEqualTo("there is no job NO.job\n");
            assertThat(left.out()).isEmpty();
        }
        assertThat(shell.run("cancel", "A.ok@r-none").err()).isEqualTo("there is no task A.ok@r-none\n");
        assertThat(shell.run("drain", "nobody").err()).isEqualTo("there is no node nobody\n");
        assertThat(shell.run("job", "a/../b").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.run("runs", "--outcome=GREAT").err()).startsWith("outcome: 'GREAT' is not one of");
    }

    @Test
    void run_prints_the_task_and_wait_the_end() {
        Left asked = shell.run("run", "A.ok", "--request-id=one");
        Left ok = shell.run("run", "A.ok", "--wait", "--data={\"k\":[1,\"值\"]}");
        Left bad = shell.run("run", "A.bad", "--wait");

        assertThat(asked.out()).isEqualTo("A.ok@r-one\n");
        assertThat(shell.run("run", "A.ok", "--request-id=one").out()).isEqualTo("A.ok@r-one\n");
        assertThat(ok.code()).isZero();
        assertThat(ok.lines()).hasSize(2).last().isEqualTo("SUCCEEDED");
        assertThat(bad.code()).isEqualTo(ExitCode.NOT_STARTED).isEqualTo(3);
        assertThat(bad.lines().get(1)).startsWith("FAILED: ").contains("no paper");
        JsonNode run = json(shell.run("run", "A.ok", "--wait", "--json", "--data={\"k\":[1,\"值\"]}"));
        assertThat(run.get("data").toString()).isEqualTo("{\"k\":[1,\"值\"]}");
    }

    @Test
    void a_running_task_is_cancelled() {
        String task = shell.run("run", "A.slow").out().strip();
        await().until(() -> shell.run("runs", "--job=A.slow").out().contains("running"));

        Left cancelled = shell.run("cancel", task);

        assertThat(cancelled.out()).isEqualTo(task + " runs and is asked to end\n");
        await().until(() ->
                shell.run("runs", "--job=A.slow", "--outcome=cancelled").out().contains(task));
        assertThat(shell.run("cancel", task).err()).isEqualTo(task + " has ended already\n");
    }

    @Test
    void runs_are_listed_and_filtered() {
        shell.run("run", "A.ok", "--request-id=listed", "--wait");

        Left all = shell.run("runs", "--job=A.ok", "--node=node-1", "--limit=10000");

        assertThat(all.lines().get(0)).startsWith("TASK").contains("OUTCOME", "NODE", "SCHEDULED", "TOOK", "ATTEMPT");
        assertThat(all.out()).contains("A.ok@r-listed").contains("SUCCEEDED");
        assertThat(shell.run("runs", "--since=2999-01-01T00:00:00Z").out()).isEqualTo("no runs\n");
        assertThat(shell.run("runs", "--since=3650d", "--job=A.ok").out()).contains("A.ok@r-listed");
        assertThat(json(shell.run("runs", "--json", "--limit=1")).get("runs")).hasSize(1);
        assertThat(shell.run("runs", "--limit=0").code()).isEqualTo(ExitCode.MISUSE);
    }

    @Test
    void nodes_are_listed_drained_and_put_to_work() {
        assertThat(shell.run("nodes").lines().get(1)).startsWith("node-1  ").contains("working");

        assertThat(shell.run("drain", "node-1").out()).isEqualTo("node-1 will take no more work\n");
        assertThat(shell.run("nodes").lines().get(1)).contains("draining");
        assertThat(shell.run("undrain", "node-1").out()).isEqualTo("node-1 will take work again\n");
        await().atMost(java.time.Duration.ofSeconds(20))
                .until(() -> shell.run("nodes").lines().get(1).contains("working"));
    }

    @Test
    void reconcile_tells_numbers() {
        assertThat(shell.run("reconcile").lines().get(1)).matches("node-1  yes +0 +0 +0 +0");
    }

    @Test
    void a_deleted_job_is_gone() {
        assertThat(shell.run("delete", "A.bad").out()).isEqualTo("A.bad is deleted\n");
        assertThat(shell.run("job", "A.bad").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void a_log_is_printed_and_followed_to_its_end() {
        String task = shell.run("run", "A.bad").out().strip();

        Left followed = shell.run("log", task, "-f");
        assertThat(followed.code()).isZero();
        assertThat(followed.lines()).hasSize(1);
        assertThat(followed.out()).contains(" INFO fail: message=no paper attempt=1");
        assertThat(shell.run("log", task).out()).isEqualTo(followed.out());
        assertThat(json(shell.run("log", task, "--json")).get("number").asInt()).isEqualTo(1);
        assertThat(shell.run("log", "A.bad@r-none").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void there_are_no_dead_letters_on_a_fresh_node() {
        assertThat(shell.run("dead-letters").out()).isEqualTo("no dead letters\n");
        assertThat(shell.run("dead-letters", "replay", "x").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.run("dead-letters", "delete", "x").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.run("dead-letters", "delete").code()).isEqualTo(ExitCode.MISUSE);
        assertThat(shell.run("dead-letters", "burn", "x").code()).isEqualTo(ExitCode.MISUSE);
    }
}
