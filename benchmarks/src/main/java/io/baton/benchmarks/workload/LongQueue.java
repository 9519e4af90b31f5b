package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.Contender.Ready;
import io.baton.benchmarks.contender.LedgerRows;
import io.baton.benchmarks.contender.TakenSlots;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.Footprint;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import java.util.Locale;

/**
 * G: very many tasks wait for the one node that may run them and whose slots are all taken; then the slots become free. What the
 * queue takes of memory, and how fast it is worked off.
 */
public final class LongQueue implements Workload {
    /** Of the node that fires; its one slot is taken, so that it steals nothing. */
    private static final String FRONT = "side=a";

    private static final String LABEL = "side=b";
    private static final String OPEN = "SELECT COUNT(*) FROM task WHERE job_name LIKE 'BENCH.%' AND state = 'QUEUED'";

    @Override
    public void play(Round round) {
        Load load = new Load(round.size().of(100, 1_000), round.size().of(10, 100));
        int slots = round.size().of(20, Baton.SLOTS);
        Room room = round.arena().room("queue");
        String setting = String.format(Locale.ROOT, "queue of %,d waiting", load.executions());
        Subject subject = new Subject("G", setting, Baton.NAME);
        try (Cluster cluster = Baton.cluster(room, "-Xmx1g")) {
            NodeProcess front = cluster.start("node-1", "--baton.node.slots=1", "--baton.node.labels=" + FRONT)
                    .awaitReady();
            TakenSlots.take(room, front, FRONT, 1);
            NodeProcess runner = cluster.start("node-2", "--baton.node.slots=" + slots, "--baton.node.labels=" + LABEL)
                    .awaitReady();
            TakenSlots.take(room, front, LABEL, slots);
            long heap = Footprint.of(runner).heapKb();
            long redis = usedMemory(room);
            Ready ready = Baton.given(cluster, room, load, LABEL);
            ready.rest();
            long due = ready.go();
            Waiting.forInstant(due + load.seconds() * 1000L);
            Waiting.until(setting, 120, 500, () -> LedgerRows.count(room, OPEN) == load.executions());
            round.found()
                    .add(List.of(
                            subject.figure(
                                    "more heap of their node",
                                    "MiB",
                                    (Footprint.of(runner).heapKb() - heap) / 1024.0),
                            subject.figure(
                                    "more memory of Redis", "MiB", (usedMemory(room) - redis) / 1024.0 / 1024.0)));
            Measured measured = workedOff(room, ready, load, due);
            round.found().add("G", measured);
            round.found().add(subject.figure("worked off", "1/s", measured.rate()));
            round.found().add(Costs.of(subject, measured, false));
        }
    }

    /** From the moment at which the slots are free. */
    private static Measured workedOff(Room room, Ready ready, Load load, long due) {
        Cost before = Cost.now(room, ready.processes());
        long freed = System.currentTimeMillis();
        TakenSlots.free(room);
        Measured measured = new Measuring.Window(due, load.seconds(), load.executions())
                .measured(room, ready, before, Baton.NAME, load.executions() + " waiting, worked off");
        return measured.since(freed);
    }

    private static long usedMemory(Room room) {
        return room.servers()
                .redis()
                .send("INFO", "memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
