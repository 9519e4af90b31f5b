package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Processes that stand still and go on, and clocks that are wrong. */
final class Pauses {
    /** 6 s: the heartbeat timeout on the stage. */
    private static final int TIMEOUT = 6;

    private Pauses() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow("T-S1", "SIGSTOP of a slave for half the timeout", paused(Stage::slave, TIMEOUT / 2)),
                new FaultRow("T-S1m", "SIGSTOP of the master for half the timeout", paused(Stage::master, TIMEOUT / 2)),
                new FaultRow(
                        "T-S2",
                        "SIGSTOP of a slave in the middle of runs for twice the timeout",
                        paused(Stage::slave, 2 * TIMEOUT)),
                new FaultRow("T-S3", "SIGSTOP of the master for twice the timeout", paused(Stage::master, 2 * TIMEOUT)),
                new FaultRow(
                        "T-S4", "SIGSTOP of a slave for ten times the timeout", paused(Stage::slave, 10 * TIMEOUT)),
                new FaultRow(
                        "T-S4m",
                        "SIGSTOP of the master for ten times the timeout",
                        paused(Stage::master, 10 * TIMEOUT)),
                new FaultRow("T-C1a", "a node whose clock is an hour ahead", Clocks.off("PT1H")),
                new FaultRow("T-C1b", "a node whose clock is an hour behind", Clocks.off("PT-1H")),
                new FaultRow("T-C2", "a node whose clock runs 5 % too fast", Clocks::drifting),
                new FaultRow("T-M1", "a node that always believes to be the master", Pauses::twoMasters));
    }

    private static FaultRow.Play paused(Function<Stage, NodeProcess> which, int seconds) {
        return stage -> {
            NodeProcess node = which.apply(stage);
            stage.awaitSecond(6);
            stage.dies(node, Death.SILENT, "paused for " + seconds + " s", node::pause);
            Felt.still(stage, node);
            stage.awaitSecond(6 + seconds);
            node.resume();
            stage.healed("paused", node.id());
        };
    }

    /** A fourth node takes itself for the master, and one of the three is it. */
    private static void twoMasters(Stage stage) {
        stage.fault("always master", "node-4");
        NodeProcess node = stage.cluster().startFaulty("node-4", Map.of("faulty.master", "true"));
        node.awaitReady();
        stage.await(Duration.ofSeconds(30), () -> node.log().contains("this node is the master now"));
        String other = stage.master().id();
        stage.felt(!other.equals(node.id()), node.id(), "it is the only master");
        stage.awaitSecond(16);
        node.stop();
        stage.healed("always master", "node-4");
    }
}
