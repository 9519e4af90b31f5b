package io.baton.resilience.proxy;

import java.time.Duration;
import java.util.Locale;
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
     *
     * @param to words that the request has to hold, in small letters, among its first 64 bytes; empty: any request
     * @param most how many replies
     * @param left how many of them are still to come
     */
    record CutReplies(String to, int most, AtomicInteger left) implements Weather {
        /** Of whichever requests come first. */
        public static CutReplies next(int most) {
            return nextTo("", most);
        }

        /** Of requests that hold those words, such as {@code commit}. */
        public static CutReplies nextTo(String words, int most) {
            return new CutReplies(words, most, new AtomicInteger(most));
        }

        /** How many were cut so far. */
        public int cut() {
            return most - left.get();
        }

        boolean cuts(String asked) {
            return asked.toLowerCase(Locale.ROOT).contains(to) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }
}
