package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import java.util.List;
import java.util.Optional;

/** A scheduler that is measured. */
public interface Contender {
    String name();

    /** How it is set up, for readers. */
    String settings();

    Limits limits();

    /**
     * Starts workers that wait.
     *
     * @param load what they will be given
     */
    Ready ready(Room room, Load load, int workers);

    /**
     * What it was ever seen to do.
     *
     * @param atOnce as many tasks as it runs within some two minutes
     * @param everySecond as many jobs as it runs every second for a minute; 0 = it refuses a period of one second
     */
    record Limits(int atOnce, int everySecond) {
        static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

        public boolean allow(Load load) {
            return load.seconds() == 0 ? load.jobs() <= atOnce : load.jobs() <= everySecond;
        }
    }

    /**
     * What there is to run.
     *
     * @param jobs how many
     * @param seconds how often each, once a second; 0 = one time
     * @param kind when they are due
     */
    record Load(int jobs, int seconds, Kind kind) {
        /** All due at once. */
        public Load(int jobs, int seconds) {
            this(jobs, seconds, Kind.TOGETHER);
        }

        public long executions() {
            return (long) jobs * Math.max(1, seconds);
        }

        /** How long after the first of a second the job of that number is due, ms. */
        public long offset(int job) {
            return kind == Kind.SPREAD ? job * 1000L / jobs : 0;
        }

        /** In words, such as {@code 100 a second for 5 s}. */
        public String words() {
            String rhythm = seconds == 0 ? " at once" : " a second for " + seconds + " s";
            return jobs + rhythm + (kind == Kind.SPREAD ? ", evenly spread" : "");
        }
    }

    /** When the executions of one second are due, and what they do. */
    enum Kind {
        /** All on the whole second. */
        TOGETHER,
        /** One after the other, evenly over the second. */
        SPREAD,
        /** All at once, and each stays until a file named {@code end} is in the folder of its process. */
        STAYING
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
