package io.baton.bootstrap.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** A node's REST API, as a client sees it. */
final class Api {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** 60 s: the longest answer is that of a reconciliation, which waits 10 s for the other nodes. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final Optional<String> token;
    private final HttpClient client;

    /**
     * @param server such as {@code http://127.0.0.1:8080}, with no slash at its end
     * @param trust whom to believe instead of those whom the JVM believes
     */
    Api(URI server, Optional<String> token, Optional<SSLContext> trust) {
        this.server = server;
        this.token = token;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** What is sent along. */
    record Content(String type, String text) {
        static final Content NONE = new Content("application/json", "");

        static Content json(JsonNode tree) {
            return new Content("application/json", tree.toString());
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @throws IllegalArgumentException if the text is no JSON */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** A text as one segment of a path, or one value of a query. */
    static String quoted(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return tree(text("GET", path, Content.NONE, "application/json"));
    }

    /** @param accept the content type that is wanted */
    String get(String path, String accept) {
        return text("GET", path, Content.NONE, accept);
    }

    JsonNode send(String method, String path, Content content) {
        return tree(text(method, path, content, "application/json"));
    }

    /**
     * The elements of a list, from as many pages as that takes.
     *
     * @param path with a question mark in it
     * @param most when to stop
     */
    ArrayNode all(String path, String list, int most) {
        ArrayNode all = JSON.createArrayNode();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent() && all.size() < most) {
            String more = cursor.get().isEmpty() ? "" : "&cursor=" + quoted(cursor.get());
            JsonNode page = get(path + "&limit=" + Math.min(200, most - all.size()) + more);
            page.path(list).forEach(all::add);
            cursor = Optional.ofNullable(page.path("cursor").textValue());
        }
        return all;
    }

    private String text(String method, String path, Content content, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                .timeout(ANSWER)
                .header("Accept", accept)
                .header("Content-Type", content.type())
                .method(method, BodyPublishers.ofString(content.text()));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        HttpResponse<String> response = exchange(request.build());
        if (response.statusCode() / 100 != 2) {
            throw new SaidNoException(reason(response));
        }
        return response.body();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReachedException("interrupted while " + server + " was asked", e);
        } catch (ConnectException e) {
            throw new NotReachedException(server + " was not reached: is a node running there? (--server=…)", e);
        } catch (SSLException e) {
            throw new NotReachedException(
                    server + " is not trusted, or speaks no TLS: " + e.getMessage()
                            + " (--server=…; --ca=FILE names an authority that the JVM does not know)",
                    e);
        } catch (IOException e) {
            throw new NotReachedException(server + " was not reached: " + e.getMessage() + " (--server=…)", e);
        }
    }

    private String reason(HttpResponse<String> response) {
        try {
            JsonNode detail = read(response.body()).path("detail");
            if (detail.isTextual()) {
                return detail.textValue();
            }
        } catch (IllegalArgumentException noProblem) {
            // Told below: whoever answered does not speak as Baton does.
        }
        return server + " answered " + response.statusCode() + ", and not in Baton's words: is it a Baton node?";
    }

    private JsonNode tree(String text) {
        try {
            return text.isBlank() ? object() : read(text);
        } catch (IllegalArgumentException e) {
            throw new SaidNoException(server + " did not answer in JSON: is it a Baton node?");
        }
    }
}
