package io.baton.bootstrap.settings;

/** Which kind of Redis stands behind the addresses. */
public enum RedisMode {
    /** The scheme and the number of the addresses tell. */
    AUTO,
    SINGLE,
    SENTINEL,
    CLUSTER
}
