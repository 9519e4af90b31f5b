package io.baton.contracts.where;

import io.baton.domain.node.NodeId;

/** A store whose queues foreign programs can write to. */
public interface RawWhereStore extends WhereStore {
    /** Puts the text on the node's queue as a program does that knows the queue's key and nothing of Baton's code. */
    void pushRaw(NodeId node, String text);
}
