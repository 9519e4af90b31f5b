package io.baton.application.access;

import io.baton.domain.access.UserName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Which passwords are taken: long ones. Length is what counts against guessing; rules about signs only annoy. */
public final class PasswordRule {
    /** Which are taken, for people. */
    public static final String LEGAL =
            "at least 12 characters, at most 72 bytes, at least 4 different signs, none that is guessed first";

    private static final int SHORTEST = 12;
    /** 72 bytes: bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private static final Set<String> GUESSED_FIRST = Set.of(
            "password1234",
            "passwordpassword",
            "adminadminadmin",
            "123456789012",
            "1234567890123456",
            "administrator",
            "qwertyuiop123",
            "batonbatonbaton",
            "changemechangeme");

    private PasswordRule() {}

    /** @throws IllegalArgumentException if the password is not taken */
    public static void check(UserName user, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new IllegalArgumentException("password: it is shorter than " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("password: it is longer than " + MOST_BYTES + " bytes");
        }
        String small = password.toLowerCase(Locale.ROOT);
        boolean oneSign = password.chars().distinct().count() < 4;
        if (oneSign || GUESSED_FIRST.contains(small) || small.equals(user.text())) {
            throw new IllegalArgumentException("password: it is one of those that are guessed first");
        }
    }
}
