package io.baton.domain.access;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that somebody logs in with; case does not matter.
 *
 * @param text 1..64 characters of {@code [a-z0-9._@-]}; capitals become small letters
 */
public record UserName(String text) {
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9._@-]{1,64}");

    public UserName {
        text = text.toLowerCase(Locale.ROOT);
        if (!LEGAL.matcher(text).matches()) {
            throw new IllegalArgumentException("user name '" + text + "' is not 1 to 64 characters of a-z 0-9 . _ @ -");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
