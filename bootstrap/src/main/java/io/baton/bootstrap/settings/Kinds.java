package io.baton.bootstrap.settings;

import io.baton.application.access.PasswordRule;
import io.baton.application.access.SetUp;
import io.baton.bootstrap.tls.Certificates;
import io.baton.bootstrap.tls.ServerKey;
import io.baton.domain.job.Labels;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values that settings have. */
final class Kinds {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?|\\.[0-9]{1,9}");

    private Kinds() {}

    static Kind<String> text(String range, String pattern) {
        Pattern legal = Pattern.compile(pattern);
        return new Kind<>("text", range, text -> require(legal.matcher(text).matches(), text));
    }

    static Kind<String> redis() {
        return new Kind<>("text", RedisUris.LEGAL, RedisUris::check).masked(UrlMask::maskAnyForm);
    }

    static Kind<Integer> whole(int least, int most) {
        return new Kind<>("number", String.format(Locale.ROOT, "%,d..%,d", least, most), text -> {
            require(WHOLE.matcher(text).matches(), text);
            int value = Integer.parseInt(text);
            require(value >= least && value <= most, text);
            return value;
        });
    }

    static Kind<Double> share() {
        return new Kind<>("share", "0..1", text -> {
            require(DECIMAL.matcher(text).matches(), text);
            double value = Double.parseDouble(text);
            require(value >= 0 && value <= 1, text);
            return value;
        });
    }

    static Kind<Duration> duration(String least, String most) {
        Duration from = DurationText.parse(least);
        Duration to = DurationText.parse(most);
        return new Kind<>("duration", least + ".." + most, text -> {
            Duration value = DurationText.parse(text);
            require(value.compareTo(from) >= 0 && value.compareTo(to) <= 0, text);
            return value;
        });
    }

    static Kind<Boolean> yesNo() {
        return new Kind<>("boolean", "true or false", text -> {
            require(text.equals("true") || text.equals("false"), text);
            return text.equals("true");
        });
    }

    /** One of some words, in letters of any case. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        E[] all = type.getEnumConstants();
        String range = Arrays.stream(all).map(Kinds::word).collect(Collectors.joining(", "));
        return new Kind<>(
                "choice",
                range,
                text -> Arrays.stream(all)
                        .filter(value -> word(value).equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /** An empty text is an empty list. */
    static Kind<List<String>> list(String range, String pattern) {
        Pattern legal = Pattern.compile(pattern);
        return new Kind<>(
                "list",
                range,
                text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !text.isBlank())
                        .map(word -> require(legal.matcher(word).matches(), word))
                        .toList());
    }

    static Kind<Labels> labels() {
        return new Kind<>("labels", "name=value,…; at most 32; words of [A-Za-z0-9._-]{1,63}", Labels::parse);
    }

    static Kind<Path> path() {
        return new Kind<>("path", "a path", Kinds::toPath);
    }

    static Kind<Certificates> certificates() {
        return new Kind<>("path", Certificates.LEGAL, text -> Certificates.read(toPath(text)));
    }

    static Kind<ServerKey> serverKey() {
        return new Kind<>("path", ServerKey.LEGAL, text -> ServerKey.read(toPath(text)));
    }

    private static Path toPath(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(wrong.getReason(), wrong);
        }
    }

    static Kind<Secret> secret(int leastCharacters) {
        String range = "at least " + leastCharacters + (leastCharacters == 1 ? " character" : " characters");
        return new Kind<>("secret", range, text -> new Secret(require(text.length() >= leastCharacters, text)))
                .masked(text -> Secret.MASK);
    }

    /** Refused at once, not when the first user is made. */
    static Kind<Secret> adminPassword() {
        return new Kind<>("secret", PasswordRule.LEGAL, text -> {
                    PasswordRule.check(SetUp.UNATTENDED, text);
                    return new Secret(text);
                })
                .masked(text -> Secret.MASK);
    }

    /** An empty text is nothing. */
    static <T> Kind<Optional<T>> optional(Kind<T> kind) {
        return new Kind<>(
                kind.unit(),
                kind.range(),
                text -> text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(kind.reader().apply(text)),
                kind.shown());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String require(boolean legal, String text) {
        if (!legal) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
