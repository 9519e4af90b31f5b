package io.baton.fuzzing;

/** A text as one line of plain characters, so that what cannot be seen is seen. */
final class Quoted {
    /** 2,000 characters: more is not read by anybody. */
    private static final int MOST = 2000;

    private Quoted() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().limit(MOST).forEach(c -> quoted.append(visible((char) c)));
        return quoted.append(text.length() > MOST ? "…\"" : "\"").toString();
    }

    private static String visible(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    }
}
