package io.baton.domain.access;

import java.time.Instant;

/**
 * A change that somebody made.
 *
 * @param id orders entries by time, 1..40 characters of {@code [0-9a-z-]}
 */
public record AuditEntry(String id, Instant at, Actor actor, Deed deed) {
    /** 16,384: longer texts of before and after are cut. */
    public static final int LONGEST = 16_384;

    /**
     * @param who the user's or the token's name, at most 110 characters
     * @param from where the request came from, at most 64 characters
     */
    public record Actor(String who, String from) {
        public Actor {
            who = cut(who, 110);
            from = cut(from, 64);
        }
    }

    /**
     * @param action such as {@code job.update}, at most 40 characters
     * @param subject what it was done to, at most 300 characters
     * @param before as it was, empty if there was nothing
     * @param after as it is now, empty if there is nothing
     */
    public record Deed(String action, String subject, String before, String after) {
        public Deed {
            action = cut(action, 40);
            subject = cut(subject, 300);
            before = cut(before, LONGEST);
            after = cut(after, LONGEST);
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
