package io.baton.resilience.checker;

/** What an event says. The ledger's events come in the order of its commits, the methods' own in that of real time. */
public enum Kind {
    /** Somebody asks for a run; whether it is granted is not known yet. Subject: the task. */
    ASKED,
    /** A run that was asked for was granted. Subject: the task. */
    REQUESTED,
    /** A task was entered into the ledger. Node: who claimed it. */
    CLAIMED,
    /** Due times that are accounted for by one summary task. Subject: that task; detail: {@code <first> <last>} in millis. */
    COVERED,
    /** A task was given to a node, or to another. Node: the owner. */
    QUEUED,
    /** A task waits for another firing of its job. */
    WAITING,
    /** The ledger says that an attempt runs. Node: where; fence: the row's. */
    STARTED,
    /** The method of a task was called. Fence: the one that it was given for its own use; attempt. */
    BEGUN,
    /** The method has returned. */
    RETURNED,
    /** The ledger says that an attempt ended and another follows. Fence: the writer's; detail: the outcome. */
    RETRIED,
    /** The ledger says that an attempt was lost with its node and another follows. Fence: the lost attempt's. */
    RECOVERED,
    /** The ledger says that the task has ended. Fence: the writer's; detail: outcome, or {@code OUTCOME(REASON)}. */
    FINISHED,
    /** A result came with a fence that was not the row's, or after the end, and changed nothing. */
    LATE,
    /** A resource that checks fences let an effect through. Subject: the resource; fence: the effect's. */
    EFFECT,
    /** Such a resource refused an effect. Subject: the task; fence: the effect's; attempt. */
    REFUSED,
    /** A fault began or happened. Subject: its kind; node: where, if at one place; detail: more. */
    FAULT,
    /** A fault is over. */
    HEALED,
    /**
     * When a node died, alone and while the servers were well, a task was its own. Node: the incarnation; detail: {@code <state>
     * killed|silent <ms>}, within which others are to have it.
     */
    HELD,
    /** The ledger was seen to have such a task elsewhere, or at its end. Node: the incarnation that had held it. */
    RELEASED,
    /** At the end the task had not ended. Detail: what it waits for, in words; {@code due <millis>} if for a time. */
    OPEN,
    /** At the end a key or a message was left that belongs to nobody. Subject: its name. */
    STRAY,
    /**
     * Something was seen that no rule can see in the other events and that must not be: the product threw, or a fault did not do
     * what it is there for. Node: where, or what it is about; detail: in words.
     */
    SURPRISE,
    /** Something for the reader of a time line that no rule looks at. */
    NOTE
}
