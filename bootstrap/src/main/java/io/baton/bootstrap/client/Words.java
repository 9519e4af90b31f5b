package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Values of the API in the words of people: times in the reader's zone, lengths of time, schedules. */
final class Words {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Clock clock;

    /** @param clock its zone is the reader's */
    Words(Clock clock) {
        this.clock = clock;
    }

    /** The text of a field, empty if it is missing or null. */
    static String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    String time(JsonNode of, String field) {
        return instant(of, field)
                .map(at -> LOCAL.format(at.atZone(clock.getZone())))
                .orElse("");
    }

    /** How long ago, such as {@code 3s}. */
    String ago(JsonNode of, String field) {
        return instant(of, field)
                .map(at -> span(Duration.between(at, clock.instant())))
                .orElse("");
    }

    /** From one field to the other, such as {@code 12ms}. */
    static String took(JsonNode of, String from, String to) {
        return instant(of, from)
                .flatMap(start -> instant(of, to).map(end -> span(Duration.between(start, end))))
                .orElse("");
    }

    static String schedule(JsonNode schedule) {
        for (String kind : new String[] {"cron", "every", "once"}) {
            if (schedule.has(kind)) {
                String value = schedule.get(kind).asText();
                return kind.equals("cron") ? value + " " + text(schedule, "zone") : kind + " " + value;
            }
        }
        return "manual";
    }

    private static String span(Duration time) {
        long millis = Math.max(0, time.toMillis());
        if (millis < 1000) {
            return millis + "ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
        }
        return time.toHours() > 0
                ? time.toHours() + "h" + time.toMinutesPart() + "m"
                : time.toMinutes() + "m" + time.toSecondsPart() + "s";
    }

    private static Optional<Instant> instant(JsonNode of, String field) {
        try {
            return Optional.of(text(of, field)).filter(text -> !text.isEmpty()).map(Instant::parse);
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
