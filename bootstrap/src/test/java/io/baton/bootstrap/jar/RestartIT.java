package io.baton.bootstrap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an embedded node has again after its end, orderly or not. */
@Tag("jar")
@Tag("minutes")
class RestartIT {
    @TempDir
    private Path folder;

    @Test
    void jobs_history_and_pauses_survive_an_orderly_restart() {
        try (NodeJar node = start()) {
            Client client = new Client(node.ready());
            client.apply(
                    folder,
                    "{name: A.kept, title: 打个招呼, target: demoTask.noParams, schedule: {cron: '0 0 6 * * ?'}}",
                    "{name: A.paused, target: demoTask.noParams, schedule: {every: 1d}}");
            client.run("pause", "A.paused");
            client.run("run", "A.kept", "--request-id=one", "--wait");
            node.term();
            assertThat(node.exit()).isZero();
        }

        try (NodeJar node = start()) {
            Client client = new Client(node.ready());
            assertThat(client.run("jobs")).contains("A.kept", "打个招呼");
            assertThat(client.run("job", "A.paused", "--json")).contains("\"enabled\":false");
            assertThat(client.runs("A.kept")).singleElement().satisfies(run -> ended(run, "SUCCEEDED"));
        }
    }

    @Test
    void after_a_kill_running_tasks_are_lost_or_run_again_as_their_job_says() {
        try (NodeJar node = start()) {
            Client client = new Client(node.ready());
            client.apply(folder, sleeps("once", "at-most-once"), sleeps("again", "at-least-once"));
            client.run("run", "A.once", "--request-id=one");
            client.run("run", "A.again", "--request-id=one");
            node.line("A\\.once@r-one says");
            node.line("A\\.again@r-one says");

            node.kill();
        }

        try (NodeJar node = start()) {
            Client client = new Client(node.ready());
            node.line("A\\.again@r-one says");
            assertThat(client.runs("A.once")).singleElement().satisfies(run -> ended(run, "LOST"));
            assertThat(client.runs("A.again")).singleElement().satisfies(run -> {
                assertThat(run.get("state").asText()).isEqualTo("RUNNING");
                assertThat(run.get("attempt").asInt()).isEqualTo(2);
            });
            assertThat(client.run("cancel", "A.again@r-one")).isNotEmpty();
            node.line(" run A\\.again@r-one CANCELLED");
            assertThat(node.out()).noneMatch(line -> line.contains("A.once@r-one says"));
        }
    }

    private NodeJar start() {
        return NodeJar.start(folder, "--demo", "--baton.http.port=0");
    }

    private static String sleeps(String name, String delivery) {
        return "{name: A." + name + ", target: demoTask.sleep(600000), schedule: {manual: true}, delivery: " + delivery
                + "}";
    }

    private static void ended(JsonNode run, String outcome) {
        assertThat(run.get("outcome").asText()).isEqualTo(outcome);
        assertThat(run.get("state").asText()).isEqualTo("DONE");
    }
}
