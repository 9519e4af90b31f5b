package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import java.util.Optional;

/** Nodes of Baton that know their jobs. @param due the first due time, epoch millis */
record Nodes(Cluster cluster, long due) implements Contender.Ready {
    /** 10 s: a new row is seen within 3 s. */
    private static final int AT_LEAST = 10;
    /** 5,000 jobs a second are read, taken over and armed, with five seconds for the rest. */
    private static final int TAKEN_A_SECOND = 500;

    /** When jobs that are inserted now may be due for the first time, epoch millis, a whole second. */
    static long firstDue(int jobs) {
        return (System.currentTimeMillis() / 1000 + AT_LEAST + (jobs > 1_000 ? 5 : 0) + jobs / TAKEN_A_SECOND) * 1000;
    }

    @Override
    public List<Long> processes() {
        return cluster.living().stream().map(NodeProcess::pid).toList();
    }

    @Override
    public void rest() {
        Waiting.forInstant(due - 1_000);
    }

    @Override
    public Optional<Contender.Recorded> recorded(Room room, long from, long until) {
        return Optional.of(LedgerRows.recorded(room, from, until));
    }

    @Override
    public long go() {
        return due;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
