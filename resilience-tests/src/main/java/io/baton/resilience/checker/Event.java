package io.baton.resilience.checker;

/**
 * One thing that happened.
 *
 * @param at UTC milliseconds, by one clock for all events
 * @param subject a task id in most cases, see {@link Kind}
 * @param node where, empty if at no one place
 * @param fence 0 if there is none
 * @param attempt from 1, 0 if there is none
 * @param detail see {@link Kind}, empty if there is nothing to say
 */
public record Event(long at, Kind kind, String subject, String node, long fence, int attempt, String detail) {

    /** An event that needs no more than a subject. */
    public static Event of(long at, Kind kind, String subject) {
        return new Event(at, kind, subject, "", 0, 0, "");
    }

    public Event on(String where) {
        return new Event(at, kind, subject, where, fence, attempt, detail);
    }

    public Event run(long withFence, int ofAttempt) {
        return new Event(at, kind, subject, node, withFence, ofAttempt, detail);
    }

    public Event saying(String words) {
        return new Event(at, kind, subject, node, fence, attempt, words);
    }

    /** The outcome in the detail, without its reason. */
    String outcome() {
        int bracket = detail.indexOf('(');
        return bracket < 0 ? detail : detail.substring(0, bracket);
    }
}
