package io.baton.bootstrap.text;

/**
 * Text that cannot pretend to be something else where it is printed: line breaks, escape sequences and characters that
 * turn the reading direction are written as escapes.
 */
public final class PrintableText {
    private PrintableText() {}

    /** The text with {@code \n}, {@code \r}, {@code \t} and {@code \\uXXXX} for what must not reach a terminal or a line of a log. */
    public static String of(String text) {
        int at = 0;
        while (at < text.length() && !isDangerous(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (; at < text.length(); at++) {
            append(safe, text.charAt(at));
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, char c) {
        switch (c) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> {
                if (isDangerous(c)) {
                    safe.append(String.format("\\u%04x", (int) c));
                } else {
                    safe.append(c);
                }
            }
        }
    }

    /** Control characters (C0, DEL, C1), the two Unicode line separators and the overrides of reading direction. */
    private static boolean isDangerous(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
