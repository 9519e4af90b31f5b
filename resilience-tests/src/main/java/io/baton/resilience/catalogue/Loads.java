package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;

/** More work than can be done, and what becomes of a busy node's when it dies. */
final class Loads {
    private static final int RUNS = 75;
    private static final String[] DEFAULT_TIMINGS = {"--baton.node.slots=24"};
    private static final String[] FAST_TIMINGS = {
        "--baton.node.slots=24", "--baton.node.heartbeat-interval=1s", "--baton.node.heartbeat-timeout=6s"
    };

    private Loads() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow(
                        "T-O1",
                        "ten times the usual load for 30 s, more than the nodes carry",
                        Setting.USUAL.with(TrafficKind.FLOOD),
                        stage -> stage.fault("flood", "")),
                new FaultRow(
                        "T-K6d",
                        "kill -9 of a busy slave, default timings",
                        Setting.USUAL.nodes(DEFAULT_TIMINGS).with(TrafficKind.BUSY),
                        stage -> takenOver(stage, Death.KILLED)),
                new FaultRow(
                        "T-K6e",
                        "kill -9 of a busy slave, timings of a fifth",
                        Setting.USUAL.nodes(FAST_TIMINGS).with(TrafficKind.BUSY),
                        stage -> takenOver(stage, Death.KILLED)),
                new FaultRow(
                        "T-S2d",
                        "SIGSTOP of a busy slave, default timings",
                        Setting.USUAL
                                .nodes(DEFAULT_TIMINGS)
                                .with(TrafficKind.BUSY)
                                .lasting(80),
                        stage -> takenOver(stage, Death.SILENT)));
    }

    /** How a node goes, and by when others have its tasks, in ms: what P7 promises at the default timings. */
    private enum Death {
        KILLED(5_000, 8_000),
        SILENT(45_000, 45_000);

        private final long queued;
        private final long running;

        Death(long queued, long running) {
            this.queued = queued;
            this.running = running;
        }

        void comesOver(NodeProcess node) {
            if (this == KILLED) {
                node.kill();
            } else {
                node.pause();
            }
        }
    }

    /** Some 20 running and some queued tasks of at-least-once jobs on each node; then one of them dies. */
    private static void takenOver(Stage stage, Death death) {
        stage.awaitSecond(4);
        for (int n = 0; n < RUNS; n++) {
            stage.request("T.busy0", "busy" + n);
        }
        NodeProcess slave = stage.slave();
        stage.await(Duration.ofSeconds(20), () -> on(stage, slave, "RUNNING") >= 15);
        stage.fault(death.name(), slave.id());
        death.comesOver(slave);
        long since = System.nanoTime();
        long running = on(stage, slave, "RUNNING");
        long queued = on(stage, slave, "QUEUED");
        long queuedAfter = after(stage, slave, "QUEUED", since);
        long runningAfter = after(stage, slave, "RUNNING", since);
        stage.figure(queued + " queued tasks had another node after " + queuedAfter + " ms, " + running
                + " running ones were taken over after " + runningAfter + " ms");
        within(stage, slave, "queued tasks", queuedAfter, death.queued);
        within(stage, slave, "running tasks", runningAfter, death.running);
        if (slave.alive()) {
            slave.resume();
            stage.healed(death.name(), slave.id());
        }
    }

    private static void within(Stage stage, NodeProcess node, String what, long millis, long allowed) {
        stage.expect(millis <= allowed, node.id(), what + " waited " + millis + " ms, " + allowed + " are allowed");
    }

    private static long after(Stage stage, NodeProcess dead, String state, long since) {
        stage.await(Duration.ofSeconds(60), () -> on(stage, dead, state) == 0);
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    private static long on(Stage stage, NodeProcess node, String state) {
        return stage.cluster().ledger().rows("T.%").stream()
                .filter(row -> row.state().equals(state) && owner(row).equals(node.id()))
                .count();
    }

    private static String owner(Row row) {
        return row.node();
    }
}
