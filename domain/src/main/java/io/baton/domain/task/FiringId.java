package io.baton.domain.task;

import io.baton.domain.job.JobKey;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a firing: {@code GROUP.NAME@<scheduled UTC millis>}, or {@code GROUP.NAME@r-<request id>} for a run asked
 * for by hand. It holds the scheduled time, never the actual one, so that every node names it the same.
 *
 * @param occurrence the part behind the {@code @}
 */
public record FiringId(JobKey job, String occurrence) {
    private static final Pattern MILLIS = Pattern.compile("0|-?[1-9][0-9]{0,15}");
    private static final Pattern REQUEST = Pattern.compile("r-[A-Za-z0-9_-]{1,64}");

    public FiringId {
        if (!MILLIS.matcher(occurrence).matches()
                && !REQUEST.matcher(occurrence).matches()) {
            throw new IllegalArgumentException(
                    "'" + occurrence + "' is neither UTC milliseconds nor r-<request id> with"
                            + " a request id of 1 to 64 characters of A-Z a-z 0-9 _ -");
        }
    }

    public static FiringId scheduled(JobKey job, Instant due) {
        return new FiringId(job, Long.toString(due.toEpochMilli()));
    }

    /** @throws IllegalArgumentException if the request id is not 1..64 characters of {@code [A-Za-z0-9_-]} */
    public static FiringId requested(JobKey job, String requestId) {
        return new FiringId(job, "r-" + requestId);
    }

    /** Whether somebody asked for this firing, rather than its schedule. */
    public boolean byHand() {
        return occurrence.startsWith("r-");
    }

    /** The due time in the id; empty for a requested run. */
    public Optional<Instant> due() {
        return byHand() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(occurrence)));
    }

    @Override
    public String toString() {
        return job + "@" + occurrence;
    }
}
