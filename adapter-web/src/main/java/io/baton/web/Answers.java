package io.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.web.console.Refusals;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** How answers are written: JSON, times in ISO-8601 UTC with milliseconds, pages with a cursor. */
final class Answers {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Answers() {}

    static void json(Context http, int status, JsonNode body) {
        text(http, status, "application/json", body.toString());
    }

    /** In UTF-8 whatever the content type: left to itself, the server takes Latin-1 for types that it does not know. */
    static void text(Context http, int status, String contentType, String body) {
        http.status(status).contentType(contentType).result(body.getBytes(StandardCharsets.UTF_8));
    }

    /** What a refusal says, in the language that the caller accepts: English unless it says otherwise. */
    static String refusal(Context http, String english) {
        return Refusals.in(Optional.ofNullable(http.header("Accept-Language")).orElse(""), english);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Writes the time, or null. */
    static void time(ObjectNode shape, String name, Optional<Instant> instant) {
        shape.put(name, instant.map(Answers::time).orElse(null));
    }

    /**
     * A page of a list.
     *
     * @param last where the next page begins; empty = there is none
     */
    static ObjectNode page(String name, List<? extends JsonNode> elements, Optional<String> last) {
        ObjectNode page = JsonTree.empty();
        page.putArray(name).addAll(elements);
        page.put("cursor", last.map(Answers::opaque).orElse(null));
        return page;
    }

    /** Hides the words of a cursor, so that nobody builds upon them. */
    private static String opaque(String words) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    /** The words behind a cursor. @throws IllegalArgumentException if it is none */
    static String words(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
