package io.baton.domain.task;

/** Where a task stands in the ledger. */
public enum TaskState {
    /** The parent of shards or of a broadcast, whose children are under way. */
    SPREAD,
    /** Waits for another firing of its job to end. */
    WAITING,
    /** Given to a node, not started; or waits for the time of its next attempt. */
    QUEUED,
    /** Started. */
    RUNNING,
    /** Ended; its outcome stands. */
    DONE
}
