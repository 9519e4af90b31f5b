package io.baton.bootstrap.metrics;

import io.baton.domain.queue.Taken;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a message of an older format is written; {@code docs/redis.md} shows each. */
enum OlderForm {
    /** A JSON object with {@code taskId} and no {@code task}. */
    OBJECT,
    /** A job's name as a JSON string. */
    STRING,
    /** A job's bare name. */
    NAME;

    static OlderForm of(Taken.Requested request) {
        String raw = request.raw().strip();
        if (raw.startsWith("{")) {
            return OBJECT;
        }
        return raw.startsWith("\"") ? STRING : NAME;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(OlderForm::label).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
