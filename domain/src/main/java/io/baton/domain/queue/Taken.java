package io.baton.domain.queue;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import java.util.Optional;
import java.util.function.Function;

/** A message that a node has taken into its in-flight set. */
public sealed interface Taken {

    Receipt receipt();

    /** The message as it came; of a store that keeps no texts, one that says what it names. */
    String raw();

    /** A message that names a task of the ledger. */
    record Dispatched(Receipt receipt, TaskMessage message, String raw) implements Taken {}

    /**
     * A message of an older format: a wish to run a job once. The request id was given to it in the step that took it,
     * and stays with it if the message changes hands.
     *
     * @param data empty = the job's own
     */
    record Requested(Receipt receipt, JobKey job, String requestId, Optional<JsonText> data, String raw)
            implements Taken {}

    /** Neither. @param reason in words for people */
    record Unreadable(Receipt receipt, String raw, String reason) implements Taken {}

    default <R> R fold(
            Function<Dispatched, R> dispatched, Function<Requested, R> requested, Function<Unreadable, R> unreadable) {
        if (this instanceof Dispatched d) {
            return dispatched.apply(d);
        }
        if (this instanceof Requested r) {
            return requested.apply(r);
        }
        return unreadable.apply((Unreadable) this);
    }
}
