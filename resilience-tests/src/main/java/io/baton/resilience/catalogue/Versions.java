package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeJar;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The nodes are replaced by ones of another version, one after the other, while messages wait in their queues. */
final class Versions {
    /** Of 4 s each, on 48 slots: some wait when the first node goes. */
    private static final int REQUESTS = 150;

    private static final String JOB = TrafficKind.SLOW.names().get(0);

    private Versions() {}

    static List<FaultRow> rows() {
        Setting setting = Setting.USUAL.with(TrafficKind.SLOW);
        return List.of(
                new FaultRow(
                                "T-U3",
                                "the nodes are replaced by ones of an earlier version, with messages queued",
                                setting,
                                Versions::back)
                        .needing(Need.EARLIER),
                new FaultRow(
                                "T-U2",
                                "nodes of an earlier version are replaced by ones of this, with messages queued",
                                setting,
                                Versions::forth)
                        .needing(Need.EARLIER));
    }

    private static void back(Stage stage) {
        replaced(stage, "u3", stage.cluster()::startEarlier);
        nodes(stage).forEach(node -> swap(stage, node, id -> stage.cluster().start(id)));
    }

    private static void forth(Stage stage) {
        nodes(stage).forEach(node -> swap(stage, node, stage.cluster()::startEarlier));
        replaced(stage, "u2", id -> stage.cluster().start(id));
    }

    private static void replaced(Stage stage, String row, Function<String, NodeProcess> next) {
        long begin = System.currentTimeMillis();
        for (int n = 0; n < REQUESTS; n++) {
            stage.request(JOB, row + "-" + n);
        }
        long queued = 0;
        for (NodeProcess node : nodes(stage)) {
            queued += held(stage, node);
            swap(stage, node, next);
        }
        stage.felt(queued > 0, "nodes", "no message was queued when they went");
        stage.felt(NodeJar.areTwo(), "jars", "the earlier jar is this one");
        stage.await(Duration.ofMinutes(2), () -> stage.cluster().ledger().open(JOB) == 0);
        List<String> lost = Restarts.lost(stage.cluster().ledger().content("T.%"), begin);
        stage.expect(lost.isEmpty(), "replaced", "LOST in it: " + lost);
        stage.figure(queued + " tasks were queued on the nodes when they went, " + lost.size() + " tasks LOST");
    }

    private static List<NodeProcess> nodes(Stage stage) {
        return IntStream.rangeClosed(1, Stage.NODES)
                .mapToObj(n -> stage.cluster().node("node-" + n))
                .toList();
    }

    /** A node goes in an orderly way, and another comes under its name. */
    private static void swap(Stage stage, NodeProcess node, Function<String, NodeProcess> next) {
        stage.fault("replaced", node.id());
        int code = node.stop();
        stage.expect(code == 0, node.id(), "ended with " + code);
        next.apply(node.id()).awaitReady();
        stage.healed("replaced", node.id());
    }

    private static long held(Stage stage, NodeProcess node) {
        return stage.cluster().ledger().heldBy(node.id()).stream()
                .filter(held -> held.state().equals("QUEUED") && held.task().startsWith(JOB + "@"))
                .count();
    }
}
