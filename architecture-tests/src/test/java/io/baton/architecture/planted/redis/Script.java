package io.baton.architecture.planted.redis;

/** Stands for the adapter's scripts. */
public enum Script {
    PUSH
}
