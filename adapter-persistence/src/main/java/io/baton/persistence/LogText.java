package io.baton.persistence;

import io.baton.domain.log.LogLevel;
import io.baton.domain.log.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a chunk as one text: a line each, {@code millis LEVEL words}. A log line holds no line break. */
final class LogText {
    private LogText() {}

    static String write(List<LogLine> lines) {
        return lines.stream()
                .map(line -> line.at().toEpochMilli() + " " + line.level() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }

    static List<LogLine> read(String text, long firstLine) {
        List<LogLine> lines = new ArrayList<>();
        long number = firstLine;
        for (String line : text.split("\n", -1)) {
            int first = line.indexOf(' ');
            int second = line.indexOf(' ', first + 1);
            lines.add(new LogLine(
                    number++,
                    Instant.ofEpochMilli(Long.parseLong(line.substring(0, first))),
                    LogLevel.valueOf(line.substring(first + 1, second)),
                    line.substring(second + 1)));
        }
        return lines;
    }
}
