package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds answers against the description does catch what differs. */
class ClosedSchemaTest {
    private static final JsonNode ROOT = JsonTree.any("""
            {"schemas":{
              "Base":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},
              "More":{"allOf":[{"$ref":"#/schemas/Base"}],
                      "properties":{"list":{"type":"array","items":{"$ref":"#/schemas/Base"}}}}}}""");

    private final ClosedSchema schema = new ClosedSchema(ROOT.at("/schemas/More"), ROOT);

    private List<String> refusals(String body) {
        return schema.refusals(JsonTree.any(body));
    }

    @Test
    void what_is_declared_passes() {
        assertThat(refusals("{\"a\":\"x\",\"list\":[{\"a\":\"y\"}]}")).isEmpty();
    }

    @Test
    void what_is_not_declared_is_refused_at_every_depth() {
        assertThat(refusals("{\"a\":\"x\",\"b\":1}")).singleElement().asString().contains("'b'");
        assertThat(refusals("{\"a\":\"x\",\"list\":[{\"a\":\"y\",\"c\":1}]}"))
                .isNotEmpty()
                .allMatch(refusal -> refusal.contains("'c'"));
    }

    @Test
    void what_is_required_and_absent_is_refused_and_so_is_another_type() {
        assertThat(refusals("{\"list\":[]}")).singleElement().asString().contains("'a'");
        assertThat(refusals("{\"a\":1}")).isNotEmpty();
    }

    @Test
    void what_is_declared_and_what_was_told_are_listed_alike() {
        assertThat(schema.declared()).containsExactly("/a", "/list", "/list[]/a");
        assertThat(schema.told(JsonTree.any("{\"a\":\"x\",\"list\":[]}"))).containsExactly("/a", "/list");
    }
}
