package io.baton.domain.port;

import io.baton.domain.job.JobKey;

/** A job is in the store, but a user's mistake in SQL makes its row none that can be read. Other jobs can. */
public final class UnreadableJobException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final long version;
    private final boolean enabled;
    private final String why;

    /**
     * @param version of the row, by which a change that mends it is based on it
     * @param enabled whether the row says that the job is not paused
     * @param why names the column
     */
    public UnreadableJobException(JobKey key, long version, boolean enabled, String why) {
        super("JobRepository", "find " + key, "its row cannot be read: " + why);
        this.version = version;
        this.enabled = enabled;
        this.why = "the row of " + key + " in the table job cannot be read: " + why;
    }

    public long version() {
        return version;
    }

    public boolean enabled() {
        return enabled;
    }

    /** What is wrong, for people. */
    public String why() {
        return why;
    }
}
