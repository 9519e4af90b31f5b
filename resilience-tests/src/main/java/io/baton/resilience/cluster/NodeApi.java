package io.baton.resilience.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A node's REST API, asked with the token of the scenes. */
public final class NodeApi {
    /** The token that all nodes of a scene know. */
    static final String TOKEN = "scenes-scenes-scenes-scenes-scenes-scenes";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;

    NodeApi(String address) {
        this.address = address;
    }

    /** Asks. @param path below {@code /api/v1} */
    public JsonNode get(String path) {
        return send("GET", path, "application/json", "");
    }

    /** Acts. @param json the body, may be empty */
    public JsonNode post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    /** What came back for a run that was asked for. @param retryAfter s, as the reply says; empty if it says nothing */
    public record Reply(int status, String retryAfter, String body) {}

    /** Acts, and takes a refusal for a reply. */
    public Reply attempt(String path, String json) {
        HttpResponse<String> response = exchange("POST", path, "application/json", json, Duration.ofSeconds(30));
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Retry-After").orElse(""),
                response.body());
    }

    /** Whether it answers anything at all within that time. */
    public boolean answers(Duration within) {
        try {
            return exchange("GET", "/jobs?limit=1", "application/json", "", within)
                            .statusCode()
                    > 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Removes. @param path below {@code /api/v1} */
    public void delete(String path) {
        send("DELETE", path, "application/json", "");
    }

    /** Applies a job file; every job of it must be taken. */
    public void apply(String yaml) {
        JsonNode reply = send("POST", "/jobs:apply", "application/yaml", yaml);
        for (JsonNode job : reply.get("jobs")) {
            if (job.get("result").asText().equals("refused")) {
                throw new IllegalStateException("refused: " + job);
            }
        }
    }

    private JsonNode send(String method, String path, String type, String body) {
        HttpResponse<String> response = exchange(method, path, type, body, Duration.ofSeconds(30));
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " -> " + response.statusCode() + " " + response.body());
        }
        try {
            return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " was answered with no JSON", e);
        }
    }

    /** @throws UncheckedIOException if there is no reply within that time */
    private HttpResponse<String> exchange(String method, String path, String type, String body, Duration within) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(within)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", type)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
