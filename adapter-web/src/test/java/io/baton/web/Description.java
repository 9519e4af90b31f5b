package io.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The description of the API, to hold what was really asked and answered against it. */
final class Description {
    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, ClosedSchema> schemas = new HashMap<>();

    /** Something that can be asked for. @param path with its variables in braces */
    record Operation(String method, String path, JsonNode tree) {
        boolean fits(String asked) {
            // Of the quoted path only the braces are to mean something.
            String pattern = Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q");
            return asked.matches(pattern);
        }

        JsonNode responses() {
            return tree.get("responses");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Description(JsonNode root) {
        this.root = root;
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
    }

    static Description of(TestNode node) {
        return new Description(OpenApi.describe(Tables.api(node)));
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(one -> one.method().equals(method) && one.fits(path))
                .findFirst();
    }

    /** Its parameters, with their references resolved. */
    List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.tree().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    /** The schema of what it takes; empty if it takes nothing. */
    Optional<ClosedSchema> request(Operation operation) {
        return schema(resolved(operation.tree().path("requestBody")), "application/json");
    }

    /** The schema of a JSON answer; empty if there is none with this status. */
    Optional<ClosedSchema> answer(Operation operation, String status) {
        return schema(resolved(operation.responses().path(status)), "application/json");
    }

    /** What is wrong with an answer; empty = it is as described. */
    List<String> refusals(Operation operation, Caller.Answer answer) {
        Optional<JsonNode> response = response(operation, answer.status());
        if (response.isEmpty()) {
            return List.of("the status " + answer.status() + " is not described");
        }
        JsonNode content = response.get().path("content");
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        if (content.isEmpty() && answer.http().body().isEmpty()) {
            return List.of();
        }
        if (!content.has(type)) {
            return List.of("the content type " + type + " is not described for " + answer.status());
        }
        JsonNode body = type.endsWith("json")
                ? answer.json()
                : TextNode.valueOf(answer.http().body());
        boolean yaml = type.endsWith("yaml");
        return yaml ? List.of() : schema(response.get(), type).orElseThrow().refusals(body);
    }

    /** Faults of the server's, unlike refusals, are described all at once. */
    private Optional<JsonNode> response(Operation operation, int status) {
        JsonNode own = operation.responses().path(String.valueOf(status));
        JsonNode found =
                own.isMissingNode() && status >= 500 ? operation.responses().path("default") : own;
        return found.isMissingNode() ? Optional.empty() : Optional.of(resolved(found));
    }

    private Optional<ClosedSchema> schema(JsonNode holder, String type) {
        return Optional.ofNullable(holder.path("content").path(type).get("schema"))
                .map(open -> schemas.computeIfAbsent(open, key -> new ClosedSchema(key, root)));
    }

    /** What a reference leads to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }
}
