package io.baton.domain.job;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a node has or a job asks for, {@code zone=a,gpu=yes}.
 *
 * @param values at most 32, sorted by name; names and values are 1..63 characters of {@code [A-Za-z0-9._-]}
 */
public record Labels(Map<String, String> values) {
    public static final Labels NONE = new Labels(Map.of());

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,63}");

    public Labels {
        if (values.size() > 32) {
            throw new IllegalArgumentException("labels: " + values.size() + " given, at most 32 are allowed");
        }
        values.forEach((name, value) -> {
            check(name);
            check(value);
        });
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Reads {@code a=b,c=d}; the empty text is no label. */
    public static Labels parse(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            if (text.isBlank()) {
                break;
            }
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("label '" + part.strip() + "' is not of the form name=value");
            }
            values.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return new Labels(values);
    }

    /** Whether these labels hold each of the wanted ones with the wanted value. */
    public boolean satisfy(Labels wanted) {
        return values.entrySet().containsAll(wanted.values().entrySet());
    }

    private static void check(String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "label word '" + word + "' is not 1 to 63 characters of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
    }
}
