package io.baton.domain.task;

/** How a task ended. */
public enum Outcome {
    SUCCEEDED,
    /** The method threw. */
    FAILED,
    /** The method was interrupted at its deadline. */
    TIMED_OUT,
    /** Somebody, or a firing that replaced it, asked for its end. */
    CANCELLED,
    /** It never started, for a reason. */
    SKIPPED,
    /** It had started, and its node vanished. */
    LOST,
    /** Given up for a reason: recovered too often, or no node has its target. */
    DEAD;

    /** Whether an attempt that ended so may be followed by another. */
    public boolean retryable() {
        return this == FAILED || this == TIMED_OUT;
    }
}
