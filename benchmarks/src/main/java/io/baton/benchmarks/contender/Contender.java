package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import java.util.List;
import java.util.Optional;

/** A scheduler that is measured. */
public interface Contender {
    String name();

    /** How it is set up, for readers. */
    String settings();

    /** Whether it can run a job every second. */
    boolean everySecond();

    /**
     * Starts workers that wait.
     *
     * @param load what they will be given
     */
    Ready ready(Room room, Load load, int workers);

    /**
     * What there is to run.
     *
     * @param jobs how many, all due at once
     * @param seconds how often each, once a second; 0 = one time
     */
    record Load(int jobs, int seconds) {
        public long executions() {
            return (long) jobs * Math.max(1, seconds);
        }
    }

    /** What a scheduler says that it did. */
    record Recorded(long all, long succeeded) {}

    /** Workers that have their load before them. */
    interface Ready extends AutoCloseable {
        /** The workers' processes. */
        List<Long> processes();

        /** Waits until nothing is left to do but to wait for the load to be due. */
        void rest();

        /**
         * How many executions its own record has, and how many of them succeeded, of what was due in that time; empty if it
         * keeps none.
         *
         * @param from epoch millis
         * @param until epoch millis, excluded
         */
        default Optional<Recorded> recorded(Room room, long from, long until) {
            return Optional.empty();
        }

        /** Lets them begin. @return the instant from which on tasks may run, epoch millis; it may lie a little ahead */
        long go();

        @Override
        void close();
    }
}
