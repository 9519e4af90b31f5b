package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Crons;
import io.baton.benchmarks.contender.JobRows;
import io.baton.benchmarks.contender.LedgerRows;
import io.baton.benchmarks.node.StartUp;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.Footprint;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import java.util.Locale;

/**
 * G: 1,000 firings a second among more and more jobs, all of whose cron expressions differ: how long a node takes to start, what it
 * holds, and how late firings are.
 */
public final class MoreJobs implements Workload {
    private static final int MILLION = 1_000_000;
    /** 30 min, for a first start that takes over a million new rows. */
    private static final long PATIENCE = 1_800;

    private static final String NEW = "SELECT COUNT(*) FROM job WHERE digest IS NULL";
    /** Due for more than 3 s and not ended. */
    private static final String BEHIND =
            "SELECT COUNT(*) FROM task WHERE state <> 'DONE' AND due_at < UNIX_TIMESTAMP() * 1000 - 3000";

    @Override
    public void play(Round round) {
        for (int jobs : round.size().of(List.of(5_000), List.of(1_000, 10_000, 100_000, MILLION))) {
            play(round, new Crons(jobs), jobs);
        }
    }

    private static void play(Round round, Crons crons, int jobs) {
        Room room = round.arena().room("jobs-" + jobs);
        Subject subject =
                new Subject("G", String.format(Locale.ROOT, "%,d jobs, 1,000 firings/s, 2 nodes", jobs), Baton.NAME);
        StartUp.schema(room);
        JobRows.insert(room, crons);
        // A heap that is too small would end the node and hide by how much: the target is about what is alive in it.
        Cluster cluster =
                Baton.cluster(room, jobs == MILLION ? "-Xmx3g" : "-Xmx1g", "--baton.node.slots=" + Baton.SLOTS);
        try (cluster) {
            round.found().add(subject.figure("first start, all jobs new", "s", ready(cluster, "node-1")));
            Waiting.until("all jobs are taken over", PATIENCE, 500, () -> LedgerRows.count(room, NEW) == 0);
            cluster.node("node-1").stop();
            round.found()
                    .add(subject.figure(
                            "start-up",
                            "s",
                            ready(cluster, "node-1"),
                            Target.atMost(60).when(jobs == MILLION)));
            round.found().add(subject.figure("start-up beside it", "s", ready(cluster, "node-2")));
            Waiting.until("nothing is left behind", 300, 500, () -> LedgerRows.count(room, BEHIND) == 0);
            Measured measured = measured(round, room, cluster, crons, jobs);
            round.found().add("G", measured);
            Lateness.add(round, subject, measured, Target.atMost(150));
            for (NodeProcess node : cluster.living()) {
                round.found()
                        .add(subject.figure(
                                "live heap of " + node.id(),
                                "MiB",
                                Footprint.of(node).heapKb() / 1024.0,
                                Target.atMost(1024).when(jobs == MILLION)));
            }
        }
    }

    /** @return seconds from its start to its ready line */
    private static double ready(Cluster cluster, String id) {
        long began = System.nanoTime();
        NodeProcess node = cluster.start(id);
        Waiting.until(id + " is ready", PATIENCE, 50, () -> {
            if (!node.alive()) {
                throw new IllegalStateException(id + " ended:\n" + node.log());
            }
            return node.log().contains(" ready on ");
        });
        return (System.nanoTime() - began) / 1e9;
    }

    /** Counts what is due in some seconds from now on; the jobs have fired before and go on. */
    private static Measured measured(Round round, Room room, Cluster cluster, Crons crons, int jobs) {
        int seconds = round.size().of(5, 30);
        var ready = Baton.working(cluster);
        Cost before = Cost.now(room, ready.processes());
        long from = (System.currentTimeMillis() / 1000 + 1) * 1000;
        return new Measuring.Window(from, seconds, crons.due(from, seconds))
                .measured(
                        room,
                        ready,
                        before,
                        Baton.NAME,
                        jobs + " jobs, 1000 firings/s for " + seconds + " s, 2 workers");
    }
}
