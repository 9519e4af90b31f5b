package io.baton.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Requests to the nodes of a cluster, and a note of each that was answered well. */
final class NotedRequests {
    private final ThreeNodes cluster;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> answered = new TreeSet<>();

    NotedRequests(ThreeNodes cluster) {
        this.cluster = cluster;
    }

    /** An answer of any kind. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            return Api.read(http.body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    /** What the node says, which must be a yes. */
    JsonNode yes(String node, String method, String path, String body) {
        Answer answer = ask(node, method, path, body, "Authorization", "Bearer " + cluster.token());
        assertThat(answer.status() / 100)
                .as("%s %s: %s", method, path, answer.http().body())
                .isEqualTo(2);
        boolean json = answer.header("Content-Type").startsWith("application/json");
        return json ? answer.json() : Api.object().put("text", answer.http().body());
    }

    JsonNode get(String node, String path) {
        return yes(node, "GET", path, "");
    }

    Answer ask(String node, String method, String path, String body, String... headers) {
        return new Answer(exchange(node, method, path, body, BodyHandlers.ofString(), headers));
    }

    /** The lines of an event stream, until it is closed. */
    BufferedReader stream(String node, String path) {
        InputStream body = exchange(
                        node,
                        "GET",
                        path,
                        "",
                        BodyHandlers.ofInputStream(),
                        "Authorization",
                        "Bearer " + cluster.token(),
                        "Accept",
                        "text/event-stream")
                .body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> exchange(
            String node, String method, String path, String body, BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cluster.address(node) + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<T> response = client.send(request.build(), handler);
            if (response.statusCode() / 100 == 2) {
                answered.add(method + " " + path.replaceFirst("\\?.*", ""));
            }
            return response;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path + " got no answer", e);
        }
    }

    /** What the description of the API names, and none of the requests was. */
    Set<String> leftOut(JsonNode description) {
        Set<String> left = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> left.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return left.stream().filter(operation -> !asked(operation)).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean asked(String operation) {
        String pattern = operation.replace(".", "[.]").replaceAll("[{][a-z]+[}]", "[^/:]+");
        return answered.stream().anyMatch(request -> request.matches(pattern));
    }
}
