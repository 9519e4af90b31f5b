package io.baton.benchmarks.workload;

/** Something that is asked of contenders, time and again. */
public interface Workload {
    /** Plays it once, each contender in turn; what it finds goes to the round's findings. */
    void play(Round round);
}
