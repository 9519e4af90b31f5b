package io.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Describes the routes in the words of OpenAPI 3.1. Which routes there are, and who may call them, the table says; what they
 * take and answer stands in the resources {@code openapi/*.json}. Neither can go without the other.
 */
final class OpenApi {
    private static final List<String> PARTS = List.of("common", "jobs", "job-fields", "runs", "nodes", "access");

    private OpenApi() {}

    /** The route that tells of all others, and of itself. */
    static Route route(List<Route> others) {
        List<Route> told = new ArrayList<>(others);
        AtomicReference<String> description = new AtomicReference<>("");
        Route route = new Route(
                HandlerType.GET,
                "/openapi.json",
                Access.VIEWER,
                "This description",
                http -> Answers.text(
                        http,
                        200,
                        "application/json",
                        // Made when it is first asked for: a node that starts has better things to do.
                        description.updateAndGet(
                                made -> made.isEmpty() ? describe(told).toString() : made)));
        told.add(route);
        return route;
    }

    /** @throws IllegalStateException if a route has no description, or a description no route */
    static ObjectNode describe(List<Route> routes) {
        ObjectNode root = JsonTree.empty().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Baton")
                .put("version", "1")
                .put("description", "A distributed job scheduler. Any node answers for the whole cluster.");
        ObjectNode written = JsonTree.empty();
        PARTS.forEach(part -> merge(part(part), written));
        ObjectNode paths = root.putObject("paths");
        routes.forEach(route -> paths.withObjectProperty(route.path()).set(method(route), operation(route, written)));
        written.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!paths.path(path.getKey()).has(method)) {
                        throw new IllegalStateException("openapi/*.json describes " + method + " " + path.getKey()
                                + ", and the table has no such route");
                    }
                }));
        root.set("components", written.path("components"));
        return root;
    }

    private static String method(Route route) {
        return route.method().name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode operation(Route route, JsonNode written) {
        JsonNode own = written.path("paths").path(route.path()).path(method(route));
        if (own.isMissingNode()) {
            throw new IllegalStateException(
                    route.method().name() + " " + route.path() + " is not described in openapi/*.json");
        }
        ObjectNode operation = JsonTree.empty().put("summary", route.summary());
        operation.setAll((ObjectNode) own.deepCopy());
        ArrayNode security = operation.putArray("security");
        ObjectNode responses = operation.withObjectProperty("responses");
        if (route.access() != Access.OPEN) {
            security.addObject().putArray("token");
            security.addObject().putArray("session");
            refer("401", "Unauthorized", responses);
            refer("403", "Forbidden", responses);
            refer("429", "TooMany", responses);
        }
        refer("default", "Problem", responses);
        return operation;
    }

    private static void refer(String status, String response, ObjectNode responses) {
        responses.putObject(status).put("$ref", "#/components/responses/" + response);
    }

    /** Puts the members of one object into another, level by level. */
    private static void merge(JsonNode from, ObjectNode into) {
        from.properties().forEach(member -> {
            Optional<ObjectNode> there = Optional.ofNullable(into.get(member.getKey()))
                    .filter(JsonNode::isObject)
                    .map(ObjectNode.class::cast);
            there.ifPresentOrElse(
                    object -> merge(member.getValue(), object), () -> into.set(member.getKey(), member.getValue()));
        });
    }

    private static JsonNode part(String name) {
        try (InputStream stream = OpenApi.class.getResourceAsStream("/openapi/" + name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("openapi/" + name + ".json is missing in this build");
            }
            return JsonTree.any(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
