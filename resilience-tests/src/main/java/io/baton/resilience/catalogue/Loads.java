package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;

/** More work than can be done, and what becomes of a busy node's when it dies. */
final class Loads {
    private static final int RUNS = 75;
    private static final int SLOTS = 24;

    private Loads() {}

    /** Long, and nothing is measured on it that others would disturb. */
    static FaultRow flood() {
        return new FaultRow(
                "T-O1",
                "ten times the usual load for 300 s, more than the nodes carry, with room for 50 messages a queue",
                Setting.USUAL
                        .nodes(Timings.DEFAULT, 16)
                        .with(TrafficKind.FLOOD)
                        .lasting(Overload.FLOOD)
                        .also("--baton.queue.capacity=" + Overload.CAPACITY),
                Overload::flood);
    }

    /** The others. */
    static List<FaultRow> rows() {
        return List.of(
                new FaultRow(
                        "T-O1b",
                        "more runs are asked for than slots and queues hold, with room for 10 messages a queue",
                        Setting.USUAL
                                .with(TrafficKind.CROWD)
                                .lasting(20)
                                .also("--baton.queue.capacity=" + Overload.FEW),
                        Overload::crowded),
                new FaultRow(
                        "T-O3",
                        "100,000 jobs are due at one second",
                        Setting.USUAL.nodes(Timings.FIFTH, 200).heap("1g").lasting(200),
                        OneSecond::due),
                new FaultRow(
                        "T-K6d",
                        "kill -9 of a busy slave, default timings",
                        Setting.USUAL.nodes(Timings.DEFAULT, SLOTS).with(TrafficKind.BUSY),
                        stage -> takenOver(stage, Death.KILLED)),
                new FaultRow(
                        "T-K6e",
                        "kill -9 of a busy slave, timings of a fifth",
                        Setting.USUAL.nodes(Timings.FIFTH, SLOTS).with(TrafficKind.BUSY),
                        stage -> takenOver(stage, Death.KILLED)),
                new FaultRow(
                        "T-S2d",
                        "SIGSTOP of a busy slave, default timings",
                        Setting.USUAL
                                .nodes(Timings.DEFAULT, SLOTS)
                                .with(TrafficKind.BUSY)
                                .lasting(80),
                        stage -> takenOver(stage, Death.SILENT)));
    }

    /** Some 20 running and some queued tasks of at-least-once jobs on each node; then one of them dies. */
    private static void takenOver(Stage stage, Death death) {
        stage.awaitSecond(4);
        for (int n = 0; n < RUNS; n++) {
            stage.request("T.busy0", "busy" + n);
        }
        NodeProcess slave = stage.slave();
        stage.await(Duration.ofSeconds(20), () -> on(stage, slave, "RUNNING") >= 15);
        stage.dies(slave, death, death.name(), death == Death.KILLED ? slave::kill : slave::pause);
        if (death == Death.KILLED) {
            Felt.gone(stage, slave);
        } else {
            Felt.still(stage, slave);
        }
        stage.awaitTakenOver();
        if (slave.alive()) {
            slave.resume();
            stage.healed(death.name(), slave.id());
        }
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
