package io.baton.bootstrap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to ready, and from SIGTERM to the end. */
@Tag("jar")
class StartAndStopIT {
    private static final String SLEEPS = "{name: A.sleeps, target: 'demoTask.sleep(%s)', schedule: {manual: true}%s}";

    /**
     * 8 s of processor time: twice what a start takes, which is ready after some 2 s on two processors that do nothing else
     * (asked for are 3 s). How long it takes by the clock says more about the other builds on the machine: up to 13 s, at
     * hardly more processor time, with ten programs for two processors.
     */
    private static final Duration WORK = Duration.ofSeconds(8);
    /** 30 s by the clock, for a start that waits instead of working. */
    private static final Duration WAIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void the_jar_alone_is_ready_and_speaks_utf8_whatever_the_locale() throws Exception {
        long began = System.nanoTime();
        try (NodeJar node = NodeJar.start(folder, "--demo", "--baton.http.port=0")) {
            String server = node.ready();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Duration worked = node.processorTime();
            System.out.println("baton-node.jar was ready " + took.toMillis()
                    + " ms after it was started, having worked " + worked.toMillis() + " ms");

            assertThat(worked).isPositive().isLessThan(WORK);
            assertThat(took).isLessThan(WAIT);
            assertThat(folder.resolve("baton-data")).isNotEmptyDirectory();
            assertThat(status(server + "/health/ready")).isEqualTo(200);
            assertThat(status(server + "/api/v1/jobs")).isEqualTo(401);
            assertThat(node.line("DEMO\\.greet@\\d+ says")).contains("name=你好 count=42");
            assertThat(node.line(" run DEMO\\.greet@")).contains("SUCCEEDED node=", " attempt=1 ms=");

            node.term();
            assertThat(node.exit()).isZero();
            assertThat(node.err()).isEmpty();
            assertThat(node.out().get(node.out().size() - 1)).contains("has ended");
        }
    }

    @Test
    void that_it_is_ready_and_where_to_begin_is_said_at_any_level_of_the_log() {
        try (NodeJar node = NodeJar.start(folder, "--baton.log.level=error", "--baton.http.port=0")) {
            node.ready();

            assertThat(node.line("/setup\\?link=")).contains("http://127.0.0.1:");
            assertThat(node.out()).hasSize(2);
            assertThat(node.err()).isEmpty();
        }
    }

    @Test
    void sigterm_lets_running_tasks_finish_and_leaves_waiting_ones_for_the_next_start() {
        try (NodeJar node = NodeJar.start(folder, "--demo", "--baton.http.port=0")) {
            Client client = new Client(node.ready());
            client.apply(folder, SLEEPS.formatted("4000", ", overlap: queue"));
            client.run("run", "A.sleeps", "--request-id=first");
            client.run("run", "A.sleeps", "--request-id=second");
            node.line("A\\.sleeps@r-first says: sleep: millis=4000");

            node.term();

            assertThat(node.exit()).isZero();
            assertThat(node.out())
                    .anyMatch(
                            line -> line.matches(".* run A\\.sleeps@r-first SUCCEEDED node=.* attempt=1 ms=4\\d\\d\\d"))
                    .noneMatch(line -> line.contains("A.sleeps@r-second"));
        }
        try (NodeJar next = NodeJar.start(folder, "--demo", "--baton.http.port=0")) {
            next.ready();
            assertThat(next.line(" run A\\.sleeps@r-second")).contains("SUCCEEDED");
            assertThat(next.out()).noneMatch(line -> line.contains("A.sleeps@r-first"));
        }
    }

    @Test
    void a_second_sigterm_does_not_wait_for_running_tasks() {
        try (NodeJar node = NodeJar.start(
                folder, "--demo", "--baton.http.port=0", "--baton.node.drain-timeout=1h", "--baton.log.format=json")) {
            String ready = node.line("ready on");
            Client client = new Client(ready.replaceAll(".* ready on (\\S+) .*", "$1"));
            client.apply(folder, SLEEPS.formatted("3600000", ""));
            client.run("run", "A.sleeps", "--request-id=long");
            node.line("A\\.sleeps@r-long says");

            node.term();
            node.line("running tasks may go on for up to 1h");
            assertThat(node.alive()).isTrue();
            node.term();

            assertThat(node.exit()).isZero();
            assertThat(node.out())
                    .allSatisfy(line -> assertThat(new ObjectMapper()
                                    .readTree(line)
                                    .get("message")
                                    .asText())
                            .isNotEmpty());
        }
    }

    @Test
    void a_node_that_waits_for_its_servers_ends_at_once_when_asked() {
        try (NodeJar node = NodeJar.start(
                folder,
                "--baton.http.port=0",
                "--baton.redis.uri=redis://127.0.0.1:1",
                "--baton.db.url=jdbc:mysql://127.0.0.1:1/baton",
                "--baton.wait-for-servers=1h")) {
            assertThat(node.line("waiting for the database, at most 1h")).contains("baton.db.url");

            node.term();

            assertThat(node.exit()).isZero();
            assertThat(node.out()).last().asString().contains("stopped before it was ready");
        }
    }

    @Test
    void the_jar_is_its_own_client() {
        try (NodeJar node = NodeJar.start(folder, "--demo", "--baton.http.port=0")) {
            String server = "--server=" + node.ready();

            assertThat(command("nodes", server, "--token=" + NodeJar.TOKEN)).anyMatch(line -> line.contains("master"));
            assertThat(command("run", "DEMO.greet", "--wait", server, "--token=" + NodeJar.TOKEN))
                    .last()
                    .asString()
                    .isEqualTo("SUCCEEDED");
        }
    }

    private List<String> command(String... arguments) {
        try (NodeJar client = NodeJar.start(folder, arguments)) {
            assertThat(client.exit()).as(client.toString()).isZero();
            return client.out();
        }
    }

    private static int status(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
