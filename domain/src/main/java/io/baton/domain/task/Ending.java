package io.baton.domain.task;

/**
 * How an attempt or a task ended.
 *
 * @param error what went wrong with its stack trace, at most {@value #LONGEST_ERROR} characters, empty if nothing did
 */
public record Ending(Outcome outcome, Reason reason, String error) {
    public static final int LONGEST_ERROR = 8192;

    public Ending {
        if (error.length() > LONGEST_ERROR) {
            error = error.substring(0, LONGEST_ERROR - 1) + "…";
        }
    }

    public static Ending of(Outcome outcome) {
        return new Ending(outcome, Reason.NONE, "");
    }

    public static Ending of(Outcome outcome, Reason reason) {
        return new Ending(outcome, reason, "");
    }

    /** {@code SUCCEEDED}, or {@code SKIPPED(PAUSED)}. */
    public String words() {
        return reason == Reason.NONE ? outcome.name() : outcome + "(" + reason + ")";
    }
}
