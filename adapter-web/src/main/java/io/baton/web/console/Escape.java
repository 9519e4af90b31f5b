package io.baton.web.console;

/** Makes text harmless in HTML, within elements and within quoted attributes alike. */
final class Escape {
    private Escape() {}

    static void into(StringBuilder out, String text) {
        int written = 0; // most of a text is harmless, and goes over piece by piece and not letter by letter
        for (int i = 0; i < text.length(); i++) {
            String harmless = instead(text.charAt(i));
            if (!harmless.isEmpty()) {
                out.append(text, written, i).append(harmless);
                written = i + 1;
            }
        }
        out.append(text, written, text.length());
    }

    /** What stands for a character that may do harm; empty if it may not. */
    private static String instead(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069 -> "\ufffd";
            default -> Character.isISOControl(c) && c != '\n' && c != '\t' ? "\ufffd" : "";
        };
    }
}
