package io.baton.domain.task;

/** Why a task was skipped or given up. */
public enum Reason {
    /** No reason: the outcome says all. */
    NONE,
    /** Its job was deleted before it started. */
    DELETED,
    /** Its job was paused before it started. */
    PAUSED,
    /** Another firing of its job was running, and the job skips overlaps. */
    OVERLAP,
    /** Another firing of its job was waiting already, and this one joined it. */
    JOINED,
    /** A later firing of its job started, or waits, in its stead. */
    SUPERSEDED,
    /** Its due time passed while nobody could claim it; the misfire policy decided. */
    MISFIRE,
    /** Its node, which it was bound to, is gone. */
    NODE_GONE,
    /** No live node has its target. */
    NO_TARGET,
    /** Its node vanished while it ran, once too often. */
    RECOVERED_TOO_OFTEN,
    /** The node that ran it was shut down before it ended. */
    SHUTDOWN,
    /** Somebody cancelled it before it started. */
    BY_HAND
}
