package io.baton.resilience.checker;

/**
 * A job as it stood from one instant on, in one version.
 *
 * @param key {@code GROUP.NAME}
 * @param from due times before this instant (UTC millis) belong to an earlier version
 * @param state whether it fires
 * @param schedule in {@link Schedule}'s words
 */
public record JobDefinition(String key, long version, long from, State state, String schedule, Promise promise) {

    /** Whether a version fires. */
    public enum State {
        ENABLED,
        PAUSED,
        DELETED
    }

    /**
     * What was promised of its runs.
     *
     * @param atLeastOnce whether a lost attempt is followed by another; never one of a broadcast, which is bound to its node
     * @param exclusive whether no two firings may overlap
     * @param attempts how many attempts retries may make, 1 = no retry
     * @param parts tasks of one firing, 1 if the firing is the task
     */
    public record Promise(boolean atLeastOnce, boolean exclusive, int attempts, int parts) {
        public static final Promise DEFAULT = new Promise(false, false, 1, 1);
    }
}
