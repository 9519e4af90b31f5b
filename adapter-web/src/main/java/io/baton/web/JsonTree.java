package io.baton.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON as plain trees, read strictly: no duplicate keys, nothing behind the end, no depths. */
final class JsonTree {
    /** 50 levels: deeper than any sensible data, shallow enough for any stack. */
    private static final int DEEPEST = 50;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonTree() {}

    /** @throws IllegalArgumentException if the text is no JSON object; it tells line and column */
    static Map<String, Object> object(String text) {
        JsonNode root = any(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("a JSON object is expected (line 1, column 1)");
        }
        return MAPPER.convertValue(root, new TypeReference<Map<String, Object>>() {});
    }

    /** @throws IllegalArgumentException if the text is no JSON; it tells line and column */
    static JsonNode any(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage() + where, e);
        }
    }

    static JsonNode of(Object tree) {
        return MAPPER.valueToTree(tree);
    }

    static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    static String text(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain tree cannot be written as JSON", e);
        }
    }
}
