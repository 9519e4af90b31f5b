package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
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
                new FaultRow(
                        "T-S2",
                        "SIGSTOP of a slave in the middle of runs for twice the timeout",
                        paused(Stage::slave, 2 * TIMEOUT)),
                new FaultRow("T-S3", "SIGSTOP of the master for twice the timeout", paused(Stage::master, 2 * TIMEOUT)),
                new FaultRow(
                        "T-S4", "SIGSTOP of a slave for ten times the timeout", paused(Stage::slave, 10 * TIMEOUT)),
                new FaultRow("T-C1a", "a node whose clock is an hour ahead", clock("PT1H")),
                new FaultRow("T-C1b", "a node whose clock is an hour behind", clock("PT-1H")),
                new FaultRow("T-C2", "a node whose clock runs 5 % too fast", wrong(Map.of("faulty.drift", "0.05"), 29)),
                new FaultRow(
                        "T-M1",
                        "a node that always believes to be the master",
                        wrong(Map.of("faulty.master", "true"), 16)));
    }

    private static FaultRow.Play paused(Function<Stage, NodeProcess> which, int seconds) {
        return stage -> {
            NodeProcess node = which.apply(stage);
            stage.awaitSecond(6);
            stage.fault("paused for " + seconds + " s", node.id());
            node.pause();
            stage.awaitSecond(6 + seconds);
            node.resume();
            stage.healed("paused", node.id());
        };
    }

    private static FaultRow.Play clock(String offset) {
        return wrong(Map.of("faulty.clock", offset), 16);
    }

    /** A fourth node joins that has something wrong about it. */
    private static FaultRow.Play wrong(Map<String, String> properties, int until) {
        return stage -> {
            stage.fault(properties.toString(), "node-4");
            NodeProcess node = stage.cluster().startFaulty("node-4", properties);
            node.awaitReady();
            stage.awaitSecond(until);
            node.stop();
            stage.healed(properties.toString(), "node-4");
        };
    }
}
