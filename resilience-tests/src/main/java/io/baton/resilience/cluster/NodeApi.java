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
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", type)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " -> " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
