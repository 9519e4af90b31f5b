package io.baton.bootstrap.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.application.core.Json;
import io.baton.domain.job.JsonText;
import java.util.Collections;
import java.util.Map;

/** JSON for the core, by Jackson: plain trees, no types named by data. */
final class JacksonJson {
    /** 50 levels: deeper than any sensible data, shallow enough for any stack. */
    private static final int DEEPEST = 50;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private JacksonJson() {}

    static Json json() {
        return new Json(JacksonJson::write, text -> read(text), JacksonJson::object);
    }

    private static JsonText write(Object tree) {
        try {
            return new JsonText(MAPPER.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Object read(JsonText text) {
        try {
            Object tree = MAPPER.readValue(text.text(), Object.class);
            return tree == null ? Map.of() : tree;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> object(JsonText text) {
        if (read(text) instanceof Map<?, ?> map) {
            Map<String, Object> members = new java.util.LinkedHashMap<>();
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
            return Collections.unmodifiableMap(members);
        }
        return Map.of();
    }
}
