package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who is of some groups hears of their jobs and runs, and of no others.
 *
 * <p>All listeners are told of the same looks in their order. So once a witness who hears all has heard of something, and the
 * listener of what came after it, the listener would have heard of it too.
 */
@Timeout(120)
class EventScopesTest {
    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final io.baton.web.Caller http = io.baton.web.Caller.of(node);
    private final List<BufferedReader> open = new ArrayList<>();

    @BeforeEach
    void a_job_in_each_group() {
        for (String group : List.of("OWN", "FOREIGN")) {
            http.post(
                    "/api/v1/jobs",
                    "{\"name\":\"" + group + ".job\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        }
    }

    @AfterEach
    void close() throws IOException {
        for (BufferedReader stream : open) {
            stream.close();
        }
        http.close();
        cluster.close();
    }

    private BufferedReader listener(String path) throws IOException {
        Rights rights = new Rights(Role.VIEWER, new Scope(Set.of("OWN")));
        Caller admin = new Caller("test", Rights.ADMIN, "here");
        String secret = http.office
                .people()
                .tokens()
                .create(admin, "of OWN", rights, Optional.empty())
                .secret();
        return stream(path, secret);
    }

    private BufferedReader witness() throws IOException {
        return stream("/api/v1/events", TestCluster.TOKEN);
    }

    private BufferedReader stream(String path, String token) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(http.address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try {
            InputStream body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofInputStream())
                    .body();
            BufferedReader stream = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            open.add(stream);
            until(stream, "open");
            return stream;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads until there has been a line with each of the words. */
    private static List<String> until(BufferedReader stream, String... words) throws IOException {
        List<String> lines = new ArrayList<>();
        while (!List.of(words).stream().allMatch(word -> lines.stream().anyMatch(line -> line.contains(word)))) {
            String line = stream.readLine();
            assertThat(line).as("after %s, without %s", lines, List.of(words)).isNotNull();
            lines.add(line);
        }
        return lines;
    }

    private void run(String job) {
        assertThat(http.post("/api/v1/jobs/" + job + "/run", "{}").status()).isEqualTo(202);
    }

    private void change(String job, String act) {
        assertThat(http.post("/api/v1/jobs/" + job + "/" + act, "").status()).isEqualTo(200);
    }

    @Test
    void who_is_of_a_group_hears_of_its_jobs_and_runs_and_of_no_others() throws IOException {
        BufferedReader listener = listener("/api/v1/events");
        BufferedReader witness = witness();

        run("FOREIGN.job");
        change("FOREIGN.job", "pause");
        until(witness, "\"task\":\"FOREIGN.job@", "\"name\":\"FOREIGN.job\"");
        http.delete("/api/v1/jobs/FOREIGN.job");
        until(witness, "\"deleted\":true");
        run("OWN.job");
        change("OWN.job", "pause");

        assertThat(until(listener, "\"task\":\"OWN.job@", "\"name\":\"OWN.job\""))
                .noneMatch(line -> line.contains("FOREIGN"));
    }

    @Test
    void not_even_that_something_happened_is_told_of_a_foreign_job() throws IOException {
        BufferedReader listener = listener("/api/v1/events?brief=true");
        BufferedReader witness = witness();

        change("FOREIGN.job", "pause");
        until(witness, "\"name\":\"FOREIGN.job\"");
        run("OWN.job");

        // The kinds of one telling are sorted: a job's would stand before a run's.
        assertThat(until(listener, "event: run")).doesNotContain("event: job");
    }

    @Test
    void not_even_that_something_happened_is_told_of_a_foreign_run() throws IOException {
        BufferedReader listener = listener("/api/v1/events?brief=true");
        BufferedReader witness = witness();

        run("FOREIGN.job");
        until(witness, "\"task\":\"FOREIGN.job@");
        change("OWN.job", "pause");
        List<String> told = new ArrayList<>(until(listener, "event: job"));
        // A run's would stand behind a job's: it is here at the latest with the next.
        change("OWN.job", "resume");
        told.addAll(until(listener, "event: job"));

        assertThat(told).doesNotContain("event: run");
    }
}
