package io.baton.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.fire.RequestRun;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refusal on its way to the caller, as an RFC 9457 problem. */
final class Problem extends RuntimeException {
    static final String CONTENT_TYPE = "application/problem+json";

    /** The status of a refusal that asking again later may cure. */
    static final int TOO_MANY = 429;

    /** 5 s: what full queues need to have room again, or not to. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private static final long serialVersionUID = 1L;
    /** Refusals of the application begin with the field they mean: {@code schedule.cron: …}, {@code jobs[0].name: …}. */
    private static final Pattern FIELD =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9_-]{0,40}(?:[.\\[][a-zA-Z0-9_\\]-]{1,40}){0,8}): .*", Pattern.DOTALL);

    private final int status;
    private final String field;
    private final Duration pause;

    private Problem(int status, String field, String detail, Duration pause) {
        super(detail, null, false, false);
        this.status = status;
        this.field = field;
        this.pause = pause;
    }

    private Problem(int status, String field, String detail) {
        this(status, field, detail, USUAL_PAUSE);
    }

    static Problem of(int status, String detail) {
        return new Problem(status, "", detail);
    }

    /** Too much came from there. @param pause for how long nothing more is heard */
    static Problem later(Duration pause, String detail) {
        return new Problem(TOO_MANY, "", detail, pause);
    }

    static Problem notFound(String detail) {
        return of(404, detail);
    }

    static Problem conflict(String detail) {
        return of(409, detail);
    }

    /** A run that was asked for and did not come about: 429 if the queues are full, else 409. */
    static Problem noTask(RequestRun.Reply reply) {
        return of(reply.overload() ? TOO_MANY : 409, reply.refusal());
    }

    /** A wrong value. @param field what it was given as, such as {@code limit} */
    static Problem field(String field, String detail) {
        return new Problem(400, field, field + ": " + detail);
    }

    /** A wish that was refused. @param why begins with the field it means, if it means one */
    static Problem refused(String why) {
        Matcher matcher = FIELD.matcher(why);
        return new Problem(400, matcher.matches() ? matcher.group(1) : "", why);
    }

    /** Runs a reading that knows its value but not its field. */
    static <T> T at(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw field(field, String.valueOf(e.getMessage()));
        }
    }

    int status() {
        return status;
    }

    /** What is wrong, in English. */
    String detail() {
        return String.valueOf(getMessage());
    }

    Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** What {@code Retry-After} says: whole seconds, rounded up, from 1. */
    String secondsToWait() {
        return String.valueOf(Math.max(1, pause.plusNanos(999_999_999).toSeconds()));
    }

    /** @param detail what it says, in the language of who asked */
    String json(String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.forStatus(status).getMessage());
        body.put("status", status);
        body.put("detail", detail);
        field().ifPresent(name -> body.put("field", name));
        return body.toString();
    }
}
