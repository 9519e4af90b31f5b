package io.baton.application.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Secrets that this program makes itself. They are of 256 bits of chance, so that a fast digest keeps them as well as a
 * slow one would.
 *
 * @param chance makes a fresh secret of at least 43 URL-safe characters at each call
 */
public record Secrets(Supplier<String> chance) {
    public String fresh() {
        return chance.get();
    }

    /** What is stored in a secret's stead, 64 characters of {@code [0-9a-f]}. */
    public static String digest(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** What a page proves that it came from this session: derived, so that nothing more is kept. */
    public static String csrfToken(String sessionSecret) {
        return digest("csrf of " + sessionSecret);
    }

    /** Takes the same time wherever the first difference is. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(sha256(one), sha256(other));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
