package io.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A schema of the description that refuses what it does not declare. To programs the description leaves its answers open, so
 * that a field may come; here a field must not come without the description.
 */
final class ClosedSchema {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode tree;
    private final Schema schema;

    /** @param root the description, in which the schema's references are looked up */
    ClosedSchema(JsonNode open, JsonNode root) {
        tree = closed(open, root, false);
        schema = REGISTRY.getSchema(tree);
    }

    List<String> refusals(JsonNode body) {
        return schema.validate(body).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The properties that it declares, such as {@code /runs[]/task}. */
    Set<String> declared() {
        Set<String> paths = new TreeSet<>();
        walk(tree, Optional.empty(), "", paths);
        return paths;
    }

    /** Those of them that a body has. */
    Set<String> told(JsonNode body) {
        Set<String> paths = new TreeSet<>();
        walk(tree, Optional.of(body), "", paths);
        return paths;
    }

    /** @param part whether it is one of several schemas that the same object must satisfy: those close together */
    private static JsonNode closed(JsonNode schema, JsonNode root, boolean part) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode closed = JsonTree.empty();
        if (schema.has("$ref")) {
            closed.setAll(
                    (ObjectNode) closed(root.at(schema.get("$ref").asText().substring(1)), root, part));
        }
        schema.properties().forEach(member -> {
            String keyword = member.getKey();
            JsonNode value = member.getValue();
            switch (keyword) {
                case "$ref" -> {}
                case "properties" -> {
                    ObjectNode into = closed.putObject(keyword);
                    value.properties().forEach(p -> into.set(p.getKey(), closed(p.getValue(), root, false)));
                }
                case "items", "additionalProperties" -> closed.set(keyword, closed(value, root, false));
                case "allOf", "oneOf" -> {
                    ArrayNode into = closed.putArray(keyword);
                    value.forEach(one -> into.add(closed(one, root, part || keyword.equals("allOf"))));
                }
                default -> closed.set(keyword, value);
            }
        });
        boolean shape = closed.has("properties") || closed.has("allOf");
        if (shape && !part && !closed.has("additionalProperties")) {
            closed.put("unevaluatedProperties", false);
        }
        return closed;
    }

    /** @param body empty = whatever could come */
    private static void walk(JsonNode schema, Optional<JsonNode> body, String path, Set<String> into) {
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            if (body.map(b -> b.has(name)).orElse(true)) {
                into.add(path + "/" + name);
                walk(property.getValue(), body.map(b -> b.path(name)), path + "/" + name, into);
            }
        });
        if (schema.path("items").isObject()) {
            if (body.isEmpty()) {
                walk(schema.get("items"), body, path + "[]", into);
            }
            body.ifPresent(elements ->
                    elements.forEach(one -> walk(schema.get("items"), Optional.of(one), path + "[]", into)));
        }
        schema.path("allOf").forEach(part -> walk(part, body, path, into));
        schema.path("oneOf").forEach(kind -> walk(kind, body, path, into));
    }
}
