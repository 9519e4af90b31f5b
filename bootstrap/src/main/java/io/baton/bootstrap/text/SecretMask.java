package io.baton.bootstrap.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

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
    public static final SecretMask PLACES = new SecretMask(List.of());
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

    /** How everything begins that the patterns for headers and values look for. */
    private static final List<String> BEGINNINGS =
            List.of("pass", "pwd", "secret", "token", "api", "auth", "bearer", "baton_session");

    private final List<String> known;

    private SecretMask(List<String> known) {
        this.known = known;
    }

    /** Knows these too, but for those of fewer than 8 characters. */
    public static SecretMask knowing(List<String> secrets) {
        return new SecretMask(secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_KNOWN)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    /** The text with {@value #STARS} for each secret in it. */
    public String of(String text) {
        String masked = text;
        for (String secret : known) {
            masked = masked.replace(secret, STARS);
        }
        if (masked.contains("://")) {
            masked = ADDRESS.matcher(masked).replaceAll("$1" + STARS + "@");
        }
        if (mayHoldMore(masked)) {
            masked = HEADER.matcher(masked).replaceAll("$1" + STARS);
            masked = VALUE.matcher(masked).replaceAll("$1" + STARS);
        }
        return masked;
    }

    /** Most lines hold nothing of the kind, and a node may write thousands a second: a sixth of the time that the patterns take. */
    private static boolean mayHoldMore(String text) {
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case 'p', 'P', 's', 'S', 't', 'T', 'a', 'A', 'b', 'B' -> {
                    if (begins(text, at)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean begins(String text, int at) {
        for (String beginning : BEGINNINGS) {
            if (text.regionMatches(true, at, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }
}
