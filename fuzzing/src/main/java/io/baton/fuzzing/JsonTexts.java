package io.baton.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Generators of JSON as text. */
public final class JsonTexts {
    /** Without negative zeros: exact decimals do not have them. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "42",
            "2.50",
            "1E+30",
            "1e-7",
            "2147483648",
            "9223372036854775808",
            "12345678901234567890.10");

    private static final List<String> NAMES = List.of("a", "b", "n", "@class", "taskId", "v", "打", "");

    private JsonTexts() {}

    /** A legal value without white space, at most so deep; no name stands twice in an object. */
    public static Generator<String> value(int depth) {
        return choices -> make(choices, depth);
    }

    private static String make(Choices choices, int depth) {
        return switch (choices.below(depth > 0 ? 7 : 5)) {
            case 0 -> "{}";
            case 1 -> choices.of(NUMBERS);
            case 2 -> choices.of(List.of("true", "false", "null"));
            case 3, 4 -> quoted(Texts.any(10).make(choices));
            case 5 -> "[" + String.join(",", choices.listOf(4, c -> make(c, depth - 1))) + "]";
            default -> object(choices, depth);
        };
    }

    private static String object(Choices choices, int depth) {
        List<String> names = new ArrayList<>(choices.listOf(4, c -> c.of(NAMES)));
        return names.stream()
                .distinct()
                .map(name -> quoted(name) + ":" + make(choices, depth - 1))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A text as JSON: quotes, backslashes and control characters escaped, halves of characters too. */
    public static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || Character.isSurrogate((char) c)
                        ? String.format("\\u%04x", c)
                        : c == '"' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
