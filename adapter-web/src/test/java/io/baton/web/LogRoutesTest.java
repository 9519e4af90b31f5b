package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLevel;
import io.baton.domain.log.LogLine;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs.Batch;
import io.baton.domain.task.TaskId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs said and what changes, as pages and as streams. */
@Timeout(120)
class LogRoutesTest {
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final TestNode other = cluster.node("node-2");
    private final Caller caller = Caller.of(node);
    private String task = "";

    @BeforeEach
    void a_run_that_goes_on() {
        caller.post("/api/v1/jobs", "{\"name\":\"A.b\",\"target\":\"bean.hang\",\"schedule\":{\"manual\":true}}");
        task = caller.post("/api/v1/jobs/A.b/run", "{\"requestId\":\"1\"}")
                .json()
                .get("task")
                .asText();
    }

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    /** As the other node would write it. */
    private void says(int attempt, long number, String text) {
        LogLine line = new LogLine(number, NOON, LogLevel.WARN, text);
        LogChunk chunk = new LogChunk(new LogChunk.Id(TaskId.parse(task), attempt, number), List.of(line));
        other.papers.logs().write(new Batch(List.of(chunk), List.of(), Map.of()));
    }

    private BufferedReader stream(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(caller.address() + path))
                .header("Authorization", "Bearer " + TestCluster.TOKEN)
                .header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new BufferedReader(new InputStreamReader(
                    HttpClient.newHttpClient()
                            .send(request.build(), BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads until a line holds the words. */
    private static List<String> until(BufferedReader stream, String words) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = stream.readLine();
        while (line != null) {
            lines.add(line);
            if (line.contains(words)) {
                return lines;
            }
            line = stream.readLine();
        }
        throw new AssertionError("the stream ended without '" + words + "': " + lines);
    }

    @Test
    void a_page_holds_what_was_said_and_where_the_next_look_begins() {
        says(1, 1, "one <b>");
        says(1, 2, "two");
        says(2, 1, "again 再");

        JsonNode page = caller.get("/api/v1/runs/" + task + "/log").json();
        assertThat(page.get("lines")).hasSize(3);
        assertThat(page.get("lines").get(0).toString())
                .isEqualTo("{\"attempt\":1,\"number\":1,\"at\":\"2027-01-01T12:00:00.000Z\",\"level\":\"WARN\","
                        + "\"text\":\"one <b>\"}");
        assertThat(page.get("after").asText()).isEqualTo("2-1");

        JsonNode rest = caller.get("/api/v1/runs/" + task + "/log?after=1-2").json();
        assertThat(rest.get("lines")).hasSize(1);
        assertThat(caller.get("/api/v1/runs/" + task + "/log?after=2-1").json().get("lines"))
                .isEmpty();
        assertThat(caller.get("/api/v1/runs/" + task + "/log?after=x")
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("after");
        assertThat(caller.get("/api/v1/runs/A.b@r-none/log").status()).isEqualTo(404);
    }

    @Test
    void a_stream_goes_on_while_the_task_runs_and_ends_after_it() throws IOException {
        says(1, 1, "one");
        try (BufferedReader stream = stream("/api/v1/runs/" + task + "/log")) {
            assertThat(until(stream, "\"text\":\"one\"")).contains("id: 1-1", "event: line");
            says(1, 2, "two");
            until(stream, "\"text\":\"two\"");

            caller.post("/api/v1/runs/" + task + "/cancel", "");
            until(stream, "event: end");
        }
    }

    @Test
    void a_stream_that_is_taken_up_again_goes_on_behind_the_last_line() throws IOException {
        says(1, 1, "one");
        says(1, 2, "two");
        try (BufferedReader stream = stream("/api/v1/runs/" + task + "/log", "Last-Event-ID", "1-1")) {
            assertThat(until(stream, "\"text\":\"two\"")).noneMatch(line -> line.contains("one"));
        }
    }

    @Test
    void progress_is_seen_from_another_node() {
        other.papers
                .logs()
                .write(new Batch(
                        List.of(), List.of(), Map.of(TaskId.parse(task), new Progress(1, 40, "step 2 of 5", NOON))));

        assertThat(caller.get("/api/v1/runs/" + task).json().get("progress").toString())
                .isEqualTo("{\"percent\":40,\"message\":\"step 2 of 5\",\"at\":\"2027-01-01T12:00:00.000Z\"}");
        assertThat(caller.get("/api/v1/runs")
                        .json()
                        .get("runs")
                        .get(0)
                        .get("progress")
                        .get("percent")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void events_tell_of_runs_nodes_and_jobs() throws IOException {
        assertThat(caller.get("/api/v1/events", "Accept", "application/json").status())
                .isEqualTo(406);
        try (BufferedReader stream = stream("/api/v1/events")) {
            until(stream, "open");
            Thread driver = new Thread(this::changes);
            driver.setDaemon(true);
            driver.start();
            List<String> told = new ArrayList<>(until(stream, "event: run"));
            told.addAll(until(stream, "event: job"));
            driver.interrupt();
            assertThat(told).contains("event: run").contains("event: job");
        }
    }

    @Test
    void what_happens_once_the_stream_is_open_is_told() throws IOException {
        for (String accept : List.of("*/*", "text/event-stream;q=1", "application/json, text/event-stream")) {
            try (BufferedReader stream = stream("/api/v1/events", "Accept", accept)) {
                until(stream, "open");
                caller.post("/api/v1/jobs/A.b/run", "{}");

                assertThat(until(stream, "event: run")).doesNotContain("event: job");
            }
        }
    }

    /** Else a browser keeps pages that were left together with their streams, and has no connection for the next one. */
    @Test
    void a_stream_is_not_stored() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(caller.address() + "/api/v1/events"))
                .header("Authorization", "Bearer " + TestCluster.TOKEN)
                .build();

        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

        try (InputStream body = answer.body()) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(body.read()).isEqualTo(':');
        }
    }

    @Test
    void brief_events_tell_that_something_changed_and_how_long_to_wait() throws IOException {
        try (BufferedReader stream = stream("/api/v1/events?brief=true")) {
            until(stream, "open");
            Thread driver = new Thread(this::changes);
            driver.setDaemon(true);
            driver.start();
            List<String> told = new ArrayList<>(until(stream, "event: run"));
            told.addAll(until(stream, "event: job"));
            told.addAll(until(stream, "data: "));
            driver.interrupt();
            assertThat(told)
                    .contains("event: run")
                    .contains("event: job")
                    .filteredOn(line -> line.startsWith("data: "))
                    .isNotEmpty()
                    .containsOnly("data: {\"pace\":2000}");
        }
        assertThat(caller.get("/api/v1/events?brief=perhaps").status()).isEqualTo(400);
    }

    private void changes() {
        for (int i = 0; !Thread.currentThread().isInterrupted() && i < 100_000; i++) {
            caller.post("/api/v1/jobs/A.b/" + (i % 2 == 0 ? "pause" : "resume"), "");
            caller.post("/api/v1/jobs/A.b/run", "{}");
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
        }
    }
}
