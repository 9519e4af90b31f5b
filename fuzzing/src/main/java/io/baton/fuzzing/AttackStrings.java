package io.baton.fuzzing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Strings of the kinds that made schedulers and their libraries run code: the corpus {@code attack-strings.txt}, one a
 * line; lines that begin with {@code ##} are remarks, and backslash n and backslash 0 stand for what a line cannot hold.
 */
public final class AttackStrings {
    private AttackStrings() {}

    public static List<String> all() {
        InputStream file = Objects.requireNonNull(
                AttackStrings.class.getResourceAsStream("attack-strings.txt"), "attack-strings.txt is in this jar");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("##"))
                    .map(AttackStrings::unescaped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return line.replace("\\n", "\n").replace("\\0", "\0");
    }
}
