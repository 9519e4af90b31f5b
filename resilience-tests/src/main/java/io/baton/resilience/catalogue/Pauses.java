package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;

/** Processes that stand still and go on, and clocks that are wrong. */
final class Pauses {
    /** 6 s: the heartbeat timeout on the stage. */
    private static final int TIMEOUT = 6;

    private Pauses() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow(
                        "T-S1", "SIGSTOP of a slave in the middle of runs for half the timeout", midRun(TIMEOUT / 2)),
                new FaultRow("T-S1i", "SIGSTOP of an idle node for half the timeout", idle(TIMEOUT / 2)),
                new FaultRow("T-S1m", "SIGSTOP of the master for half the timeout", master(TIMEOUT / 2)),
                new FaultRow(
                        "T-S2", "SIGSTOP of a slave in the middle of runs for twice the timeout", midRun(2 * TIMEOUT)),
                new FaultRow("T-S2i", "SIGSTOP of an idle node for twice the timeout", idle(2 * TIMEOUT)),
                new FaultRow("T-S3", "SIGSTOP of the master for twice the timeout", master(2 * TIMEOUT)),
                new FaultRow(
                        "T-S4",
                        "SIGSTOP of a slave in the middle of runs for ten times the timeout",
                        midRun(10 * TIMEOUT)),
                new FaultRow("T-S4i", "SIGSTOP of an idle node for ten times the timeout", idle(10 * TIMEOUT)),
                new FaultRow("T-S4m", "SIGSTOP of the master for ten times the timeout", master(10 * TIMEOUT)),
                new FaultRow("T-C1a", "a node whose clock is an hour ahead", Clocks.off("PT1H")),
                new FaultRow("T-C1b", "a node whose clock is an hour behind", Clocks.off("PT-1H")),
                new FaultRow("T-C2", "a node whose clock runs 5 % too fast", Clocks::drifting),
                ClockChanges.row(),
                new FaultRow("T-M1", "a node that always believes to be the master", TwoMasters::play));
    }

    private static FaultRow.Play master(int seconds) {
        return stage -> {
            NodeProcess node = stage.master();
            stage.awaitSecond(6);
            paused(stage, node, seconds, () -> {});
        };
    }

    /** It has runs when it is paused. */
    private static FaultRow.Play midRun(int seconds) {
        return stage -> {
            NodeProcess node = stage.slave();
            stage.awaitSecond(6);
            stage.await(Duration.ofSeconds(10), () -> runs(stage, node) > 0);
            paused(stage, node, seconds, () -> stage.felt(runs(stage, node) > 0, node.id(), "it has no runs"));
        };
    }

    /** A fourth node that has no task classes: it beats and fires, and has nothing to run. */
    private static FaultRow.Play idle(int seconds) {
        return stage -> {
            NodeProcess node = stage.cluster().startWithoutTasks("node-4");
            node.awaitReady();
            stage.awaitSecond(6);
            paused(stage, node, seconds, () -> {});
            stage.expect(runs(stage, node) == 0, node.id(), "it has runs");
            node.stop();
        };
    }

    private static long runs(Stage stage, NodeProcess node) {
        return stage.cluster().ledger().heldBy(node.id()).stream()
                .filter(held -> held.state().equals("RUNNING"))
                .count();
    }

    /** @param seen looks at it once it stands still */
    private static void paused(Stage stage, NodeProcess node, int seconds, Runnable seen) {
        long began = System.nanoTime();
        stage.dies(node, Death.SILENT, "paused for " + seconds + " s", node::pause);
        Felt.still(stage, node);
        seen.run();
        stage.rest(Duration.ofSeconds(seconds).minusNanos(System.nanoTime() - began));
        node.resume();
        stage.healed("paused", node.id());
    }
}
