package io.baton.benchmarks.workload;

/** How much is asked of the contenders. */
public enum Size {
    /** To see that all works: seconds. */
    SHORT,
    /** What the targets are about. */
    FULL;

    <T> T of(T inShort, T inFull) {
        return this == SHORT ? inShort : inFull;
    }
}
