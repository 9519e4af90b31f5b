package io.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.application.access.Caller;
import io.baton.application.fire.RequestRun;
import io.baton.application.office.LetterOffice;
import io.baton.application.office.LetterOffice.Wish;
import io.baton.application.view.Readings;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.task.TaskId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a message that was set aside once more, as the request that it was meant to be. */
final class DeadLetterReplay {
    /** The newest version of the message format. */
    private static final long NEWEST = 1;

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final LetterOffice letters;
    private final Readings readings;

    DeadLetterReplay(LetterOffice letters, Readings readings) {
        this.letters = letters;
        this.readings = readings;
    }

    /** Runs the job that the letter names, and removes the letter. @return the task */
    TaskId replay(Caller who, DeadLetter letter) {
        Wish wish = wish(letter);
        if (readings.job(wish.job()).isEmpty()) {
            throw Problem.conflict(
                    "dead letter " + letter.id() + " still cannot be run: there is no job " + wish.job());
        }
        RequestRun.Reply reply = letters.replay(who, letter, wish);
        return reply.task().orElseThrow(() -> Problem.noTask(reply));
    }

    private static Wish wish(DeadLetter letter) {
        try {
            return read(letter.raw().strip(), letter.id());
        } catch (IllegalArgumentException e) {
            throw Problem.conflict("dead letter " + letter.id() + " names no job that could be run: " + e.getMessage());
        }
    }

    private static Wish read(String raw, String id) {
        if (raw.startsWith("{")) {
            return object(JsonTree.any(raw), id);
        }
        if (raw.startsWith("\"")) {
            return new Wish(JobKey.parse(JsonTree.any(raw).textValue()), Optional.empty(), id);
        }
        // Letters of earlier versions: a job's name and, behind a space, its data.
        int space = raw.indexOf(' ');
        if (space < 0) {
            return new Wish(JobKey.parse(raw), Optional.empty(), id);
        }
        String data = JsonTree.any(raw.substring(space + 1)).toString();
        return new Wish(JobKey.parse(raw.substring(0, space)), Optional.of(new JsonText(data)), id);
    }

    private static Wish object(JsonNode message, String id) {
        if (message.path("v").asLong(NEWEST) > NEWEST) {
            throw new IllegalArgumentException(
                    "it is of format v" + message.get("v").asText() + ", unknown here");
        }
        if (!message.path("taskId").isTextual()) {
            throw new IllegalArgumentException("it has no taskId");
        }
        JobKey job = JobKey.parse(message.get("taskId").textValue());
        Optional<JsonText> data = message.hasNonNull("taskData")
                ? Optional.of(new JsonText(message.get("taskData").toString()))
                : Optional.empty();
        if (message.hasNonNull("task")) {
            return new Wish(job, data.filter(d -> !d.equals(JsonText.EMPTY_OBJECT)), requestId(message, job));
        }
        String adopted = message.path("adopted").asText("");
        return new Wish(job, data, REQUEST_ID.matcher(adopted).matches() ? adopted : id);
    }

    /** A message that names a task of a request is that request: if its run is in the ledger, it is not run again. */
    private static String requestId(JsonNode message, JobKey job) {
        TaskId task = TaskId.parse(message.get("task").asText());
        if (!task.firing().byHand() || task.shard().isPresent() || !task.job().equals(job)) {
            throw new IllegalArgumentException(
                    "it carries the task " + task + " of the ledger; look at that run, and run it again if need be");
        }
        return task.firing().occurrence().substring("r-".length());
    }
}
