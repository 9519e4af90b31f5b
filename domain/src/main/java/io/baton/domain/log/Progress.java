package io.baton.domain.log;

import java.time.Instant;

/**
 * How far a task said it was.
 *
 * @param percent 0..100
 * @param message for people, at most 200 characters
 */
public record Progress(int attempt, int percent, String message, Instant at) {
    public Progress {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent " + percent + " is out of range: 0 to 100");
        }
        message = message.length() <= 200 ? message : message.substring(0, 199) + "…";
    }
}
