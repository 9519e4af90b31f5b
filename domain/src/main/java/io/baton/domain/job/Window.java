package io.baton.domain.job;

import java.time.Instant;
import java.util.Optional;

/**
 * The time in which a schedule is in force.
 *
 * @param from the first instant that may be due; empty = no lower bound
 * @param until the last instant that may be due; empty = no upper bound; not before {@code from}
 */
public record Window(Optional<Instant> from, Optional<Instant> until) {
    /** The window without bounds. */
    public static final Window ALWAYS = new Window(Optional.empty(), Optional.empty());

    public Window {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "until " + until.get() + " is before from " + from.get() + "; it must not be");
        }
    }

    /** Whether the instant lies in this window, both ends included. */
    public boolean holds(Instant instant) {
        return from.map(f -> !instant.isBefore(f)).orElse(true)
                && until.map(u -> !instant.isAfter(u)).orElse(true);
    }
}
