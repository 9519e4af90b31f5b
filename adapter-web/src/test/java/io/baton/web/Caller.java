package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.application.office.Office;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A node's HTTP with a client in front of it, which holds every answer against the description of the API. */
final class Caller implements AutoCloseable {
    static final Health WELL = new Health() {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }
    };

    final WebServer server;
    final Office office;
    final Description description;
    private final HttpClient client = HttpClient.newHttpClient();

    /** An answer, read. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            return JsonTree.any(http.body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    private Caller(WebServer server, Office office, Description description) {
        this.server = server;
        this.office = office;
        this.description = description;
    }

    static Caller of(TestNode node) {
        return of(node, Optional.of(TestCluster.TOKEN), WELL);
    }

    static Caller of(TestNode node, Optional<String> token, Health health) {
        return of(node, token, vitals(health));
    }

    static Caller of(TestNode node, Optional<String> token, Vitals vitals) {
        Office office = node.office(token);
        return new Caller(
                WebServer.start(
                        node.core.desk().look(),
                        office,
                        new WebSettings("127.0.0.1", 0, Optional.empty()),
                        Caller::document,
                        vitals),
                office,
                Description.of(node));
    }

    static Vitals vitals(Health health) {
        return new Vitals(health, () -> "scheduler_up 1\n", List::of);
    }

    static Map<String, Object> document(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(body), headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** Bears the token unless the headers say otherwise; a body is JSON unless they do. */
    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).method(method, body);
        List<String> names = List.of(headers);
        if (!names.contains("Authorization")) {
            request.header("Authorization", "Bearer " + TestCluster.TOKEN);
        }
        if (!names.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!names.contains("Accept")) {
            // Not an event stream: it would go on for minutes.
            request.header("Accept", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return exchange(request.build());
    }

    /** Whatever a test asks, the answer must be as the description says. */
    Answer exchange(HttpRequest request) {
        try {
            Answer answer = new Answer(client.send(request, BodyHandlers.ofString()));
            String path = request.uri().getPath();
            description
                    .operation(request.method(), path)
                    .ifPresent(operation -> assertThat(description.refusals(operation, answer))
                            .as(
                                    "%s answered %s: %s",
                                    operation, answer.status(), answer.http().body())
                            .isEmpty());
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " got no answer", e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
