package io.baton.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A language of the console: what each key says in it. */
final class Tongue {
    static final Tongue ENGLISH = new Tongue("en");
    static final Tongue CHINESE = new Tongue("zh");

    private final String language;
    private final Properties words = new Properties();

    private Tongue(String language) {
        this.language = language;
        String file = "/console/" + language + ".properties";
        try (InputStream stream = Tongue.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing in this build");
            }
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param wish the language of the reader's cookie, may be empty; @param accepted what the browser says */
    static Tongue of(String wish, String accepted) {
        boolean chinese = wish.isEmpty() ? accepted.trim().startsWith("zh") : wish.equals("zh");
        return chinese ? CHINESE : ENGLISH;
    }

    /** The language's code, {@code en} or {@code zh}. */
    String language() {
        return language;
    }

    /** What the key says, with {@code {0}}, {@code {1}} … filled in. A key that is missing fails the build's test. */
    String say(String key, Object... values) {
        String text = words.getProperty(key, key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** One of the words that the key lists, commas between. @param index from 0 */
    String word(String key, int index) {
        return say(key).split(",", -1)[index];
    }

    java.util.Set<String> keys() {
        return words.stringPropertyNames();
    }
}
