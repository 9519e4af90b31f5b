package io.baton.bootstrap.settings;

import io.baton.bootstrap.text.SecretMask;

/**
 * A value that must not be printed: its text form is three stars.
 *
 * @param value the value itself; pass it on, never into a message
 */
public record Secret(String value) {
    public static final String MASK = SecretMask.STARS;

    @Override
    public String toString() {
        return MASK;
    }
}
