package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;

/** Who is master, and who takes work, as an operator has it by the API. */
final class Roles {
    /** 30 s: a node learns of the wish with its next heartbeat, gives the role back then, and another asks for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** On a busy machine a master may be late with its heartbeats, and another takes the role. */
    private static final int TRIES = 3;

    private Roles() {}

    /** Lets the node become the master: a node that drains gives the role back, and asks for it no more. */
    static void give(Stage stage, NodeProcess node) {
        List<NodeProcess> others = stage.cluster().living().stream()
                .filter(other -> !other.id().equals(node.id()))
                .toList();
        for (int n = 0; n < TRIES && !has(stage, node); n++) {
            drain(stage, others);
            stage.within(PATIENCE, () -> has(stage, node));
            undrain(stage, others);
        }
        stage.expect(has(stage, node), node.id(), "it is not the master");
    }

    private static boolean has(Stage stage, NodeProcess node) {
        return stage.cluster().master(node.api()).equals(node.id());
    }

    /** Returns when they take no more work. */
    static void drain(Stage stage, List<NodeProcess> nodes) {
        wish(stage, nodes, "drain", true);
    }

    static void undrain(Stage stage, List<NodeProcess> nodes) {
        wish(stage, nodes, "undrain", false);
    }

    private static void wish(Stage stage, List<NodeProcess> nodes, String word, boolean draining) {
        nodes.forEach(node -> stage.cluster().api().post("/nodes/" + node.id() + "/" + word, ""));
        stage.await(PATIENCE, () -> nodes.stream().allMatch(node -> drains(stage, node) == draining));
    }

    private static boolean drains(Stage stage, NodeProcess node) {
        for (var told : stage.cluster().api().get("/nodes").get("nodes")) {
            if (told.get("id").asText().equals(node.id())) {
                return told.get("draining").asBoolean();
            }
        }
        return false;
    }
}
