package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.Contender.Ready;
import io.baton.benchmarks.contender.Contender.Recorded;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.starts.Starts;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One load on one contender, from its first due time to its last start. */
public final class Measuring {
    /** 3 min: how long a contender may take for its load beyond the load's own seconds. */
    private static final long PATIENCE = 180;
    /** 500 ms between two looks at what has started. */
    private static final long STEP = 500;

    private Measuring() {}

    /** Lateness is that of what was due in the load's time. */
    public static Measured measure(Room room, Contender contender, Load load, int workers) {
        return measure(room, contender, load, workers, "");
    }

    /** @param remark behind the workload's words, such as {@code beside a long ledger} */
    static Measured measure(Room room, Contender contender, Load load, int workers, String remark) {
        String words = load.words() + ", " + workers + " workers" + (remark.isEmpty() ? "" : ", " + remark);
        try (Ready ready = contender.ready(room, load, workers)) {
            ready.rest();
            Cost before = Cost.now(room, ready.processes());
            long from = ready.go();
            Window window = new Window(from, load.seconds(), load.executions());
            return window.measured(room, ready, before, contender.name(), words);
        }
    }

    /**
     * What is counted.
     *
     * @param from since when tasks may run, epoch millis
     * @param seconds for how long they become due; 0 = all are due then, or before
     */
    record Window(long from, int seconds, long expected) {
        private long until() {
            return seconds == 0 ? Long.MAX_VALUE : from + seconds * 1000L;
        }

        Measured measured(Room room, Ready ready, Cost before, String contender, String words) {
            long since = seconds == 0 ? 0 : from;
            Waiting.forInstant(seconds == 0 ? 0 : until());
            Starts starts =
                    awaited(() -> Starts.in(room.folder(), since, until()), s -> s.distinct() >= expected, PATIENCE);
            Cost cost = Cost.now(room, ready.processes()).since(before, expected);
            long end = from + Math.max(1, seconds) * 1000L;
            Optional<Recorded> recorded = awaited(
                    () -> ready.recorded(room, from, end),
                    r -> r.filter(rows -> rows.succeeded() < expected).isEmpty(),
                    10);
            return new Measured(contender, words, from, expected, starts, cost, recorded);
        }
    }

    /** Looks until it is enough, or the time is over. */
    private static <T> T awaited(Supplier<T> look, Predicate<T> enough, long seconds) {
        long end = System.currentTimeMillis() + seconds * 1000;
        T seen = look.get();
        while (!enough.test(seen) && System.currentTimeMillis() < end) {
            Waiting.pause(STEP);
            seen = look.get();
        }
        return seen;
    }
}
