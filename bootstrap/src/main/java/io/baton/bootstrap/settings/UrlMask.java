package io.baton.bootstrap.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses without the passwords in them. */
final class UrlMask {
    /** {@code //user:password@} and {@code //password@}, to the last @ before a slash. */
    private static final Pattern USER_INFO = Pattern.compile("(//|,)([^/,@]*:)?([^/,]*)@");

    private static final Pattern ANY_USER_INFO = Pattern.compile("(?s)//.*@");

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|token)[0-9a-z]*=)([^&;,]*)");

    private UrlMask() {}

    /** The passwords in an address, as they stand there and decoded. */
    static List<String> secrets(String url) {
        return Stream.concat(
                        USER_INFO.matcher(url).results().map(found -> found.group(3)),
                        PARAMETER.matcher(url).results().map(found -> found.group(2)))
                .flatMap(secret -> Stream.of(secret, decoded(secret)))
                .distinct()
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** For a text that may be no address: a password may hold what would end it, so all before the last @ is hidden. */
    static String maskAnyForm(String text) {
        return mask(ANY_USER_INFO.matcher(text).replaceAll("//" + Secret.MASK + "@"));
    }

    static String mask(String url) {
        String withoutUser = USER_INFO.matcher(url).replaceAll("$1" + Secret.MASK + "@");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + Secret.MASK);
    }
}
