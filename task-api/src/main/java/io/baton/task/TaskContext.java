package io.baton.task;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one run knows about itself. Handed to a task method that declares a parameter of this type.
 *
 * <p>Safe for use by any thread; valid until the method returns.
 */
public interface TaskContext {
    /** The task's id, {@code GROUP.NAME@<due UTC millis>} or {@code GROUP.NAME@r-<request id>}, a shard's with {@code ~<n>}. */
    String taskId();

    /** The job's key, {@code GROUP.NAME}. */
    String jobKey();

    /** The due time that this run serves, or the time of the request for a run asked for by hand. */
    Instant scheduledAt();

    /** The number of this attempt, from 1; every retry and every recovery counts one up. */
    int attempt();

    /** The index of this shard, from 0; 0 if the job has no shards. */
    int shardIndex();

    /** The number of shards, or of nodes of a broadcast; 1 if the job has neither. */
    int shardCount();

    /**
     * A number that only grows: of a job that forbids overlap from firing to firing, of any other from attempt to
     * attempt. A store that remembers the greatest fence it has seen, and refuses smaller ones, is safe from a run that
     * was declared lost and goes on nevertheless.
     */
    long fence();

    /** When this run will be interrupted; empty if the job has no timeout. */
    Optional<Instant> deadline();

    /** Whether the run is no longer wanted (cancelled, timed out, replaced, or its node gave up its claim). Poll it in loops. */
    boolean cancelled();

    /** The data of the job or of the request, a JSON object as a map of unmodifiable values. Empty if the data is not an object. */
    Map<String, Object> data();

    /** The data as JSON text, whatever its kind. */
    String dataJson();

    /**
     * Tells how far the run is.
     *
     * @param percent 0..100; values outside are clipped
     * @param message what is being done, for people; at most 200 characters are kept
     */
    void progress(int percent, String message);

    /**
     * Writes a line to the run's log.
     *
     * @param line any text; line breaks and control characters are escaped, at most 8,192 characters are kept
     */
    void log(String line);
}
