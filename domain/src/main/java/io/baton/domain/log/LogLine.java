package io.baton.domain.log;

import java.time.Instant;

/**
 * A line of an attempt's log.
 *
 * @param number from 1, without gaps within the attempt as it was written; a gap shows what was left out
 * @param text one line, at most {@value #LONGEST} characters, without control characters but the tabulator
 */
public record LogLine(long number, Instant at, LogLevel level, String text) {
    public static final int LONGEST = 8192;

    public LogLine {
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST - 1) + "…";
        }
        text = printable(text);
    }

    private static String printable(String text) {
        return text.chars().noneMatch(LogLine::control)
                ? text
                : text.chars()
                        .mapToObj(c -> control(c) ? String.format("\\u%04x", c) : String.valueOf((char) c))
                        .collect(java.util.stream.Collectors.joining());
    }

    /** Escape sequences, and marks that turn the direction of writing round, could forge what a reader sees. */
    private static boolean control(int c) {
        return (Character.isISOControl(c) && c != '\t')
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029;
    }
}
