package io.baton.persistence.spool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a spool: a JSON object in ASCII, so that no character of an error text can end the line or be lost.
 *
 * @param end empty = the end of that name is forgotten
 */
record SpoolLine(SpoolName name, Optional<Finish> end) {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static SpoolLine kept(Finish end) {
        return new SpoolLine(SpoolName.of(end), Optional.of(end));
    }

    static SpoolLine forgotten(SpoolName name) {
        return new SpoolLine(name, Optional.empty());
    }

    /** Without a line break. */
    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("task", name.task().toString());
            json.writeNumberField("fence", name.fence());
            json.writeStringField("by", name.by().toString());
            if (end.isPresent()) {
                write(json, end.get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Finish finish) throws IOException {
        Ending ending = finish.end();
        json.writeStringField("outcome", ending.outcome().name());
        json.writeStringField("reason", ending.reason().name());
        json.writeStringField("error", ending.error());
        if (finish.retryAfter().isPresent()) {
            json.writeStringField("retryAfter", finish.retryAfter().get().toString());
        }
    }

    /** @throws IllegalArgumentException if it is no such line; the message says why */
    static SpoolLine parse(String line) {
        Map<String, String> fields = fields(line);
        try {
            SpoolName name = new SpoolName(
                    TaskId.parse(field(fields, "task")),
                    Long.parseLong(field(fields, "fence")),
                    Incarnation.parse(field(fields, "by")));
            return fields.containsKey("outcome") ? kept(finish(name, fields)) : forgotten(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("retryAfter: " + e.getMessage(), e);
        }
    }

    private static Finish finish(SpoolName name, Map<String, String> fields) {
        Ending ending = new Ending(
                Outcome.valueOf(field(fields, "outcome")),
                Reason.valueOf(field(fields, "reason")),
                field(fields, "error"));
        Optional<Duration> retry = Optional.ofNullable(fields.get("retryAfter")).map(Duration::parse);
        return new Finish(name.task(), name.fence(), name.by(), ending, retry);
    }

    private static String field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .orElseThrow(() -> new IllegalArgumentException("field '" + name + "' is missing"));
    }

    /** The object's fields as text; those that a later version adds are no harm. */
    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                fields.put(name, json.getText());
                json.skipChildren();
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("something stands behind the JSON object");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is cut off or no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
        return fields;
    }
}
