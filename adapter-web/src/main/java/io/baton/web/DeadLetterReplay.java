package io.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.application.access.Caller;
import io.baton.application.fire.RequestRun;
import io.baton.application.office.LetterOffice;
import io.baton.application.view.Readings;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.task.TaskId;
import java.util.Optional;

/** Reads a message that was set aside once more, as the request that it was meant to be. */
final class DeadLetterReplay {
    private final LetterOffice letters;
    private final Readings readings;

    DeadLetterReplay(LetterOffice letters, Readings readings) {
        this.letters = letters;
        this.readings = readings;
    }

    /** What a letter asks for. */
    private record Wish(JobKey job, Optional<JsonText> data) {}

    /** Runs the job that the letter names, and removes the letter. @return the task */
    TaskId replay(Caller who, DeadLetter letter) {
        Wish wish = wish(letter);
        if (readings.job(wish.job()).isEmpty()) {
            throw Problem.conflict(
                    "dead letter " + letter.id() + " still cannot be run: there is no job " + wish.job());
        }
        RequestRun.Reply reply = letters.replay(who, letter, wish.job(), wish.data());
        return reply.task().orElseThrow(() -> Problem.noTask(reply));
    }

    private static Wish wish(DeadLetter letter) {
        try {
            return read(letter.raw().strip());
        } catch (IllegalArgumentException e) {
            throw Problem.conflict("dead letter " + letter.id() + " names no job that could be run: " + e.getMessage());
        }
    }

    private static Wish read(String raw) {
        if (raw.startsWith("{")) {
            return object(JsonTree.any(raw));
        }
        if (raw.startsWith("\"")) {
            return new Wish(JobKey.parse(JsonTree.any(raw).textValue()), Optional.empty());
        }
        // A request that was read and then refused is kept as its job's name and, behind a space, its data.
        int space = raw.indexOf(' ');
        if (space < 0) {
            return new Wish(JobKey.parse(raw), Optional.empty());
        }
        String data = JsonTree.any(raw.substring(space + 1)).toString();
        return new Wish(JobKey.parse(raw.substring(0, space)), Optional.of(new JsonText(data)));
    }

    private static Wish object(JsonNode message) {
        if (message.hasNonNull("task")) {
            throw new IllegalArgumentException("it carries the task "
                    + message.get("task").asText() + " of the ledger; look at that run, and run it again if need be");
        }
        if (message.path("v").asLong(1) != 1) {
            throw new IllegalArgumentException(
                    "it is of format v" + message.get("v").asText() + ", unknown here");
        }
        if (!message.path("taskId").isTextual()) {
            throw new IllegalArgumentException("it has no taskId");
        }
        Optional<JsonText> data = message.hasNonNull("taskData")
                ? Optional.of(new JsonText(message.get("taskData").toString()))
                : Optional.empty();
        return new Wish(JobKey.parse(message.get("taskId").textValue()), data);
    }
}
