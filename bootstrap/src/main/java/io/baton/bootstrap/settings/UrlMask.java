package io.baton.bootstrap.settings;

import java.util.regex.Pattern;

/** Addresses without the passwords in them. */
final class UrlMask {
    /** {@code //user:password@} and {@code //password@}, to the last @ before a slash. */
    private static final Pattern USER_INFO = Pattern.compile("(//|,)([^/,@]*:)?[^/,]*@");

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|token)[0-9a-z]*=)[^&;,]*");

    private UrlMask() {}

    static String mask(String url) {
        String withoutUser = USER_INFO.matcher(url).replaceAll("$1" + Secret.MASK + "@");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + Secret.MASK);
    }
}
