package io.baton.resilience.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to the bytes of a connection. */
public sealed interface Weather {
    Weather FAIR = new Fair();

    /** They pass. */
    record Fair() implements Weather {}

    /** They pass after a while. */
    record Slow(Duration delay) implements Weather {}

    /** They vanish, both ways, and no connection is closed: what a cut cable does. Nothing is held back for later. */
    record BlackHole() implements Weather {}

    /** As {@link BlackHole}, in one direction only. @param replies whether it is the server's bytes that vanish */
    record OneWay(boolean replies) implements Weather {}

    /** Open connections are reset, and new ones too. */
    record Reset() implements Weather {}

    /**
     * Requests pass; the next so many replies do not: in their middle the connection is reset. What was asked was done, and
     * the one that asked does not know.
     */
    record CutReplies(AtomicInteger left) implements Weather {}
}
