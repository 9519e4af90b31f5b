package io.baton.bootstrap.node;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Makes ids that nobody else makes: 20 characters of {@code [a-z0-9]}, 103 bits of chance. */
final class FreshIds implements Supplier<String> {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
