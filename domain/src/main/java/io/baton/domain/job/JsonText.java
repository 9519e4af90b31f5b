package io.baton.domain.job;

/**
 * A JSON value as text. The domain carries it and never looks inside; who makes one has parsed it.
 *
 * @param text at most 60,000 characters
 */
public record JsonText(String text) {
    public static final int LONGEST = 60_000;
    public static final JsonText EMPTY_OBJECT = new JsonText("{}");

    public JsonText {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "data has " + text.length() + " characters of JSON, at most " + LONGEST + " are allowed");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
