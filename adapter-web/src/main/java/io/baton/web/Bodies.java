package io.baton.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads what callers send: bounded, UTF-8, an object at the root. */
final class Bodies {
    /** 1 MiB: a job file of some thousand jobs. */
    static final int LARGEST = 1 << 20;
    /** 16 MiB of a body that is too large are taken in and dropped: a client that still sends when it is cut off sees no answer. */
    private static final int DROPPED = 16 << 20;

    private final Function<String, Map<String, Object>> documents;

    /** @param documents reads YAML or JSON as a tree; an {@link IllegalArgumentException} if it is neither */
    Bodies(Function<String, Map<String, Object>> documents) {
        this.documents = documents;
    }

    /** The body: JSON if its content type says so, else JSON or YAML. */
    Map<String, Object> document(Context http) {
        String text = text(http);
        if (text.isBlank()) {
            throw Problem.of(400, "a body is expected");
        }
        String type = http.header("Content-Type");
        boolean json = type != null && type.toLowerCase(Locale.ROOT).contains("json");
        return json ? JsonTree.object(text) : documents.apply(text);
    }

    /** The members of a JSON body that may be left out. */
    static Map<String, Object> members(Context http, Set<String> known) {
        String text = text(http);
        Map<String, Object> members = text.isBlank() ? Map.of() : JsonTree.object(text);
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                throw Problem.field(
                        name,
                        "unknown field; known are " + known.stream().sorted().toList());
            }
        }
        return members;
    }

    /** Counts what comes, whatever the header said: a body in chunks announces no length. */
    private static String text(Context http) {
        try {
            InputStream body = http.bodyInputStream();
            byte[] bytes = http.contentLength() > LARGEST ? new byte[0] : body.readNBytes(LARGEST + 1);
            if (http.contentLength() > LARGEST || bytes.length > LARGEST) {
                drop(body);
                throw Problem.of(413, "the body is larger than " + LARGEST + " bytes: send a job file in parts");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(400, "the body is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drop(InputStream body) throws IOException {
        byte[] part = new byte[8192];
        int read = 0;
        for (int n = body.read(part); n >= 0 && read < DROPPED; n = body.read(part)) {
            read += n;
        }
    }
}
