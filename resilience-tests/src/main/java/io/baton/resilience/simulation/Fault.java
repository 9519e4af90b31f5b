package io.baton.resilience.simulation;

/**
 * A fault of a plan.
 *
 * @param at virtual milliseconds
 * @param node index of the node that it strikes, −1 if none
 * @param lasts virtual milliseconds; 0 if it is over at once
 * @param size kind-specific: milliseconds of a clock's step or of a roll-back
 */
record Fault(Kind kind, long at, int node, long lasts, long size) {

    enum Kind {
        /** The process is gone; it comes back under its name after {@code lasts}. */
        NODE_KILLED,
        /** The process stands still, its connections stand. */
        NODE_PAUSED,
        /** The process stands still, and something between drops its connections. */
        NODE_PAUSED_AND_DROPPED,
        /** It is told to stop, hands its work back, and starts again after {@code lasts}. */
        NODE_RESTARTED,
        NODE_CLOCK_STEPPED,
        NODE_CUT_FROM_REDIS,
        NODE_CUT_FROM_DATABASE,
        NODE_CUT_FROM_BOTH,
        /** An operator asks the node to drain, and takes it back. */
        NODE_DRAINED,
        REDIS_WIPED,
        REDIS_ROLLED_BACK,
        REDIS_SPLIT,
        REDIS_FULL,
        REDIS_DOWN,
        REDIS_CLOCK_STEPPED,
        DATABASE_DOWN,
        JOB_PAUSED,
        JOB_EDITED,
        JOB_DELETED,
        TASK_CANCELLED;

        boolean ofNode() {
            return name().startsWith("NODE_");
        }

        String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    long until() {
        return at + lasts;
    }
}
