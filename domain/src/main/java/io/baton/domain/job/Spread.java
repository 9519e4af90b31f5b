package io.baton.domain.job;

/** Over which nodes the tasks of one firing go. */
public enum Spread {
    /** One task on any node. */
    ANY,
    /** One task on the master, never forwarded, never stolen. */
    MASTER,
    /** One task on every live node, which never moves. */
    BROADCAST,
    /** A fixed number of tasks, each on any node. */
    SHARDS
}
