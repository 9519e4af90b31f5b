package io.baton.bootstrap.node;

/** Why a node must end though nobody asked for it. */
public enum ForcedEnd {
    /** Another live node has its id; this one can end as if it were asked to. */
    ID_TAKEN,
    /**
     * An error of the JVM, such as want of memory, has stopped a part of the node for good. It sends no heartbeats any more
     * and cannot count on an orderly end: a process of its own is best halted at once, so that others see its connections close.
     */
    JVM_ERROR
}
