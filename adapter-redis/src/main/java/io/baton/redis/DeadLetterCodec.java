package io.baton.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.DeadLetter;
import java.time.Instant;
import java.util.Optional;

/** Writes a dead letter as JSON with {@code id}, {@code raw}, {@code reason}, {@code node}, {@code at}, and reads it back. */
final class DeadLetterCodec {
    private DeadLetterCodec() {}

    static String write(DeadLetter letter) {
        return Json.object()
                .put("id", letter.id())
                .put("raw", letter.raw())
                .put("reason", letter.reason())
                .put("node", letter.node().text())
                .put("at", letter.at().toEpochMilli())
                .toString();
    }

    /** The letter; empty if the text is none. */
    static Optional<DeadLetter> read(String text) {
        try {
            return Json.parse(text).map(DeadLetterCodec::read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DeadLetter read(JsonNode json) {
        return new DeadLetter(
                json.path("id").asText(),
                json.path("raw").asText(),
                json.path("reason").asText(),
                new NodeId(json.path("node").asText()),
                Instant.ofEpochMilli(json.path("at").asLong()));
    }
}
