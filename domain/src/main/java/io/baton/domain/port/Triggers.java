package io.baton.domain.port;

import io.baton.domain.job.JobKey;
import java.time.Instant;
import java.util.List;

/**
 * The clock that fires: it holds at most one armed instant a job and calls the node's firing door when it has come.
 *
 * <ol>
 *   <li>T1 An armed job fires once, at its instant or as soon after it as can be, never before it; then it is not armed
 *       any more.
 *   <li>T2 Arming a job that is armed replaces its instant.
 *   <li>T3 An instant in the past fires at once.
 *   <li>T4 A disarmed job does not fire, unless it was just firing. Disarming one that is not armed does nothing.
 *   <li>T5 Nothing fires before {@code start} or after {@code stop}; what was armed before start fires after it.
 * </ol>
 */
public interface Triggers {
    /** @param version the definition's, handed back when it fires and by {@link #armed} */
    void arm(JobKey job, long version, Instant due);

    void disarm(JobKey job);

    /** What is armed, in no order. */
    List<Armed> armed();

    void start();

    /** Stops firing; what is firing just now is finished. Idempotent. */
    void stop();

    /** An armed job. */
    record Armed(JobKey job, long version, Instant due) {}

    /** The node's firing door. Quick: it does no I/O. */
    @FunctionalInterface
    interface FiringDoor {
        void fire(JobKey job, long version, Instant due);
    }
}
