package io.baton.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refusals in the reader's language. They are made in English, deep inside, with the value that was wrong; what they say is
 * known by its English words. One that is not known stays English: tests hold the common ones.
 */
public final class Refusals {
    /** The field that a refusal begins with stays as it is, for programs and for the form that marks it. */
    private static final Pattern WITH_FIELD = Pattern.compile("((?:[a-zA-Z\\]\\[0-9_.-]+: )?)(.*)", Pattern.DOTALL);

    private static final String BETWEEN = " => ";
    private static final List<Sentence> CHINESE = read("/console/refusals.zh.txt");

    private Refusals() {}

    /** An English refusal and what it is in the other language. */
    record Sentence(Pattern english, String other) {}

    /**
     * The refusal for who accepts these languages.
     *
     * @param accepted as {@code Accept-Language} says; empty = English
     */
    public static String in(String accepted, String refusal) {
        return in(Tongue.of("", accepted), refusal);
    }

    static String in(Tongue tongue, String refusal) {
        return tongue == Tongue.CHINESE ? chinese(refusal) : refusal;
    }

    private static String chinese(String refusal) {
        Matcher parts = WITH_FIELD.matcher(refusal);
        String field = parts.matches() ? parts.group(1) : "";
        String said = refusal.substring(field.length());
        for (Sentence sentence : CHINESE) {
            Matcher whole = sentence.english().matcher(said);
            if (whole.matches()) {
                return field + filled(sentence, whole);
            }
        }
        return refusal;
    }

    private static String filled(Sentence sentence, Matcher matcher) {
        String text = sentence.other();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            text = text.replace("{" + i + "}", matcher.group(i));
        }
        return text;
    }

    static List<Sentence> sentences() {
        return CHINESE;
    }

    private static List<Sentence> read(String file) {
        try (InputStream stream = Refusals.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing in this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(BETWEEN) && !line.startsWith("#"))
                    .map(line -> line.split(BETWEEN, 2))
                    .map(parts -> new Sentence(Pattern.compile(parts[0], Pattern.DOTALL), parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
