package io.baton.bootstrap.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes secrets out of text, whoever wrote it: those that are known, wherever they stand, and what stands where secrets
 * do: before the @ of an address, behind {@code password=} and its like, in an {@code Authorization} header or a cookie.
 *
 * <p>Every pattern takes time in proportion to the text, however it was made up.
 */
public final class SecretMask {
    /** What stands in a secret's place. */
    public static final String STARS = "***";
    /** Knows no secrets, only their places. */
    public static final SecretMask PLACES = new SecretMask(Optional.empty());
    /** 8 characters: a shorter secret is a part of too many other words, such as {@code baton} of every class's name. */
    private static final int SHORTEST_KNOWN = 8;

    /** Up to the last @ before a slash, for passwords may hold an @ of their own. */
    private static final Pattern ADDRESS = Pattern.compile("(://)[^\\s/\"]*@");

    private static final Pattern HEADER =
            Pattern.compile("(?i)(authorization\"?\\s?[=:]\\s?\\[?\"?(?:(?:bearer|basic|digest|negotiate)\\s)?"
                    + "|\\bbearer\\s(?=\\S{12}))[^\\s,\"'\\])]++");

    private static final Pattern VALUE = Pattern.compile(
            "(?i)((?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|baton_session)[a-z0-9_.-]{0,20}+"
                    + "(?:\\s?=\\s?|\"\\s?:\\s?(?=\")))(?:\"[^\"]*+\"?|'[^']*+'?|[^\\s&;,\"')\\]}]++)");

    private final Optional<Pattern> known;

    private SecretMask(Optional<Pattern> known) {
        this.known = known;
    }

    /** Knows these too, but for those of fewer than 8 characters. */
    public static SecretMask knowing(List<String> secrets) {
        String any = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_KNOWN)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? PLACES : new SecretMask(Optional.of(Pattern.compile(any)));
    }

    /** The text with {@value #STARS} for each secret in it. */
    public String of(String text) {
        String masked = known.isEmpty() ? text : known.get().matcher(text).replaceAll(STARS);
        masked = ADDRESS.matcher(masked).replaceAll("$1" + STARS + "@");
        masked = HEADER.matcher(masked).replaceAll("$1" + STARS);
        return VALUE.matcher(masked).replaceAll("$1" + STARS);
    }
}
