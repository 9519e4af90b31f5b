package io.baton.domain.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What a program authenticates with.
 *
 * @param id names it to people, {@code [a-z0-9]{1,40}}
 * @param label what it is for, 1..100 characters
 * @param digest of the secret, {@code [0-9a-f]{64}}
 * @param life who made it, and until when it holds
 */
public record ApiToken(String id, String label, String digest, Rights rights, Life life) {

    /** @param expiresAt empty = until it is revoked */
    public record Life(String madeBy, Instant madeAt, Optional<Instant> expiresAt) {}

    public ApiToken {
        if (label.isBlank() || label.length() > 100) {
            throw new IllegalArgumentException("label: it has " + label.length() + " characters, 1 to 100 are allowed");
        }
    }

    public boolean expired(Instant now) {
        return life.expiresAt().filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Without the digest. */
    @Override
    public String toString() {
        return label + " (" + id + ", " + rights.words() + ")";
    }
}
