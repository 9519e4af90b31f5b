package io.baton.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.domain.job.Labels;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a heartbeat as JSON and reads it back; what a newer node says besides is ignored. */
final class HeartbeatCodec {
    private HeartbeatCodec() {}

    static String write(Heartbeat beat) {
        ObjectNode json = Json.object()
                .put("v", 1)
                .put("node", beat.who().node().text())
                .put("incarnation", beat.who().number())
                .put("slots", beat.profile().slots())
                .put("version", beat.profile().version())
                .put("address", beat.profile().address())
                .put("busy", beat.status().busy())
                .put("queued", beat.status().queued())
                .put("cpu", Double.isFinite(beat.status().cpu()) ? beat.status().cpu() : 0.0)
                .put("draining", beat.status().draining())
                .put("firing", beat.status().firing())
                .put("startedAt", beat.status().startedAt().toEpochMilli())
                .put("skew", beat.status().skew().toMillis());
        ObjectNode labels = json.putObject("labels");
        beat.profile().labels().values().forEach(labels::put);
        ArrayNode targets = json.putArray("targets");
        new TreeSet<>(beat.profile().targets()).forEach(targets::add);
        return json.toString();
    }

    /** The heartbeat; empty if the text is none. */
    static Optional<Heartbeat> read(String text) {
        try {
            return Json.parse(text).map(HeartbeatCodec::read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Heartbeat read(JsonNode json) {
        Incarnation who = new Incarnation(
                new NodeId(json.path("node").asText()), json.path("incarnation").asText());
        Map<String, String> labels = new TreeMap<>();
        json.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        Set<String> targets = new TreeSet<>();
        json.path("targets").forEach(target -> targets.add(target.asText()));
        return new Heartbeat(
                who,
                new Heartbeat.Profile(
                        new Labels(labels),
                        json.path("slots").asInt(),
                        targets,
                        json.path("version").asText(),
                        json.path("address").asText()),
                new Heartbeat.Status(
                        json.path("busy").asInt(),
                        json.path("queued").asInt(),
                        json.path("cpu").asDouble(),
                        json.path("draining").asBoolean(),
                        // One that does not say so is of a version in which every node fires every job.
                        json.path("firing").asBoolean(true),
                        Instant.ofEpochMilli(json.path("startedAt").asLong()),
                        Duration.ofMillis(json.path("skew").asLong())));
    }
}
