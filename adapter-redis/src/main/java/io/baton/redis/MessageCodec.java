package io.baton.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads and writes the messages of a queue. Reading is total: whatever the text, it comes back as one of the three kinds
 * of {@link Taken}, and what cannot be read comes back unchanged with the reason.
 *
 * @param legacy whether the two older formats are read
 */
public record MessageCodec(boolean legacy) {
    /** 64 KiB: the longest message in bytes of UTF-8. */
    static final int LONGEST = 64 * 1024;
    /** 256 bytes: what a request may grow by when it is given its request id. */
    static final int GROWTH = 256;
    /** What a message that must stay holds; scripts look for this text. */
    static final String STAYS = "\"stay\":true";

    /** The newest version of the format that is read. */
    private static final int VERSION = 1;

    private static final String ADOPTED = "adopted";
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What is being read. */
    private record Source(String raw, Receipt receipt) {}

    /** What stands in a field of a message that no reader can use. */
    private static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String reason) {
            super(reason);
        }
    }

    /** A message in its one current format. */
    public String write(TaskMessage message) {
        JsonNode data = Json.parse(message.data().text()).orElse(Json.NULL);
        String text = write(message, data);
        // The data is for the reader's eye only: a message that would be too long for its reader goes without.
        return tooLong(text, LONGEST) ? write(message, Json.NULL) : text;
    }

    private static String write(TaskMessage message, JsonNode data) {
        ObjectNode json = Json.object()
                .put("v", VERSION)
                .put("taskId", message.task().job().toString())
                .put("targetNode", message.target().text());
        json.set("taskData", data);
        json.put("task", message.task().toString())
                .put("fence", message.position().fence())
                .put("attempt", message.position().attempt())
                .put("sentAt", message.position().sentAt().toEpochMilli());
        if (message.stay()) {
            json.put("stay", true);
        }
        return json.toString();
    }

    /** A request that changes hands: what it was, with the request id that it was given. */
    String adopted(Taken.Requested request) {
        ObjectNode json =
                Json.object().put("v", VERSION).put("taskId", request.job().toString());
        json.set("taskData", request.data().flatMap(d -> Json.parse(d.text())).orElse(Json.NULL));
        return json.put(ADOPTED, request.requestId()).toString();
    }

    /** When the message was sent; empty if it does not say. */
    static Optional<Instant> sentAt(String raw) {
        return Json.parse(raw)
                .map(json -> json.path("sentAt"))
                .filter(JsonNode::canConvertToLong)
                .filter(JsonNode::isIntegralNumber)
                .map(at -> Instant.ofEpochMilli(at.longValue()));
    }

    /**
     * A message of any format that is taken; what cannot be read is unreadable, with the reason, and never an exception.
     *
     * @param here the node whose queue it was in, for a message that names no target
     */
    public Taken read(String raw, Receipt receipt, NodeId here) {
        try {
            return readable(raw, receipt, here);
        } catch (UnreadableException e) {
            return new Taken.Unreadable(receipt, raw, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Taken.Unreadable(receipt, raw, "cannot be read: " + e.getMessage());
        }
    }

    private Taken readable(String raw, Receipt receipt, NodeId here) throws UnreadableException {
        if (tooLong(raw, raw.contains("\"" + ADOPTED + "\":") ? LONGEST + GROWTH : LONGEST)) {
            throw new UnreadableException("is longer than 64 KiB");
        }
        Optional<JsonNode> json = Json.parse(raw);
        if (json.isEmpty()) {
            return bareName(raw, receipt);
        }
        JsonNode node = json.get();
        if (node.isTextual()) {
            return request(node.textValue(), Optional.empty(), receipt.text(), new Source(raw, receipt));
        }
        if (!node.isObject()) {
            throw new UnreadableException("is " + kind(node) + ", neither a message nor the name of a job");
        }
        return object(node, new Source(raw, receipt), here);
    }

    private Taken bareName(String raw, Receipt receipt) throws UnreadableException {
        String name = raw.strip();
        if (name.isEmpty()) {
            throw new UnreadableException("is empty");
        }
        if (name.startsWith("{") || name.startsWith("[") || name.startsWith("\"")) {
            throw new UnreadableException("is broken JSON, or names a field twice");
        }
        if (DIGITS.matcher(name).matches()) {
            throw new UnreadableException("is a number, neither a message nor the name of a job");
        }
        return request(name, Optional.empty(), receipt.text(), new Source(raw, receipt));
    }

    private Taken object(JsonNode json, Source source, NodeId here) throws UnreadableException {
        JsonNode version = json.path("v");
        if (!version.isMissingNode() && !version.isNull() && !version.isIntegralNumber()) {
            throw new UnreadableException("has a version 'v' that is no whole number");
        }
        if (version.isIntegralNumber() && (!version.canConvertToInt() || version.intValue() > VERSION)) {
            throw new UnreadableException(
                    "is of the newer format v=" + version.asText() + "; this node reads up to v=" + VERSION);
        }
        String job = text(json, "taskId");
        if (!json.path("task").isNull() && json.has("task")) {
            return dispatched(json, job(job), source, here);
        }
        JsonNode data = json.path("taskData");
        Optional<JsonText> given =
                data.isMissingNode() || data.isNull() ? Optional.empty() : Optional.of(new JsonText(data.toString()));
        String adopted = json.path(ADOPTED).asText("");
        String requestId = REQUEST_ID.matcher(adopted).matches()
                ? adopted
                : source.receipt().text();
        return request(job, given, requestId, source);
    }

    private Taken request(String job, Optional<JsonText> data, String requestId, Source source)
            throws UnreadableException {
        JobKey key = job(job);
        if (!legacy) {
            throw new UnreadableException("is of an older format, and baton.queue.accept-legacy is false");
        }
        return new Taken.Requested(source.receipt(), key, requestId, data, source.raw());
    }

    private static Taken dispatched(JsonNode json, JobKey job, Source source, NodeId here) throws UnreadableException {
        TaskId task;
        try {
            task = TaskId.parse(text(json, "task"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("has a 'task' that is no task id: " + e.getMessage());
        }
        if (!task.job().equals(job)) {
            throw new UnreadableException("names two jobs: " + job + " in 'taskId' and " + task.job() + " in 'task'");
        }
        JsonNode data = json.path("taskData");
        JsonText shown = data.isMissingNode() || data.isNull() ? JsonText.EMPTY_OBJECT : new JsonText(data.toString());
        TaskMessage.Position position = new TaskMessage.Position(
                atLeastOne("fence", whole(json, "fence", Optional.empty())),
                Math.toIntExact(atLeastOne("attempt", whole(json, "attempt", Optional.of(1L)))),
                Instant.ofEpochMilli(whole(json, "sentAt", Optional.of(0L))));
        boolean stay = json.path("stay").isBoolean() && json.path("stay").booleanValue();
        TaskMessage message = new TaskMessage(task, target(json, here), position, stay, shown);
        return new Taken.Dispatched(source.receipt(), message, source.raw());
    }

    /** The target is for the reader's eye too: the message is run where it was found. */
    private static NodeId target(JsonNode json, NodeId here) {
        try {
            return new NodeId(json.path("targetNode").asText(""));
        } catch (IllegalArgumentException e) {
            return here;
        }
    }

    private static JobKey job(String name) throws UnreadableException {
        try {
            return JobKey.parse(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("names no job: " + e.getMessage());
        }
    }

    private static String text(JsonNode json, String field) throws UnreadableException {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new UnreadableException("has no '" + field + "' that is a text");
        }
        return value.textValue();
    }

    private static long whole(JsonNode json, String field, Optional<Long> otherwise) throws UnreadableException {
        JsonNode value = json.path(field);
        if ((value.isMissingNode() || value.isNull()) && otherwise.isPresent()) {
            return otherwise.get();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadableException("has no '" + field + "' that is a whole number");
        }
        return value.longValue();
    }

    private static long atLeastOne(String field, long value) throws UnreadableException {
        if (value < 1) {
            throw new UnreadableException("has a '" + field + "' below 1");
        }
        return value;
    }

    private static String kind(JsonNode node) {
        return node.isNumber() ? "a number" : node.isArray() ? "an array" : node.isBoolean() ? "true or false" : "null";
    }

    private static boolean tooLong(String text, int longest) {
        return text.length() > longest || text.getBytes(StandardCharsets.UTF_8).length > longest;
    }
}
