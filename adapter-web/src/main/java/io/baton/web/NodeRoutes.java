package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.core.Desk;
import io.baton.application.view.ClusterReconcile;
import io.baton.application.view.ClusterReconcile.Counts;
import io.baton.application.view.Readings;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.NodeId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Nodes: how they are, whether they take work, what they have armed. */
final class NodeRoutes {
    /** 10 s: nodes look for a wish every 3 s; a caller waits no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final ClusterReconcile reconcile;
    private final Desk.Look look;
    private final Readings readings;

    NodeRoutes(ClusterReconcile reconcile, Desk.Look look) {
        this.reconcile = reconcile;
        this.look = look;
        this.readings = look.readings();
    }

    List<Route> routes() {
        return List.of(
                Route.look("/nodes", "The nodes of the cluster", this::list),
                Route.change(HandlerType.POST, "/nodes/{id}/drain", "Take no more work", http -> drain(http, true)),
                Route.change(HandlerType.POST, "/nodes/{id}/undrain", "Take work again", http -> drain(http, false)),
                Route.look("/targets", "What jobs may name, and on which nodes", this::targets),
                Route.change(HandlerType.POST, "/reconcile", "Arm on every node what the store says", this::reconcile));
    }

    private void list(Context http) {
        ClusterView cluster = readings.cluster();
        Duration timeout = look.watch().timeout();
        List<ObjectNode> nodes = readings.nodes().stream()
                .map(node -> NodeShape.of(node, cluster, timeout))
                .toList();
        Answers.json(http, 200, Answers.page("nodes", nodes, Optional.empty()));
    }

    /** A wish outlives its node: it can be taken back when the node is gone. */
    private void drain(Context http, boolean wanted) {
        NodeId node = new Question(http).node();
        ClusterView cluster = readings.cluster();
        boolean known = cluster.find(node).isPresent()
                || (!wanted && cluster.drainWanted().contains(node));
        if (!known) {
            throw Problem.notFound("there is no node " + node);
        }
        readings.wantDrain(node, wanted);
        Answers.json(http, 200, JsonTree.empty().put("node", node.text()).put("drainWanted", wanted));
    }

    private void targets(Context http) {
        Answers.json(
                http,
                200,
                Answers.page("targets", TargetShape.list(readings.targets(), look.watch()), Optional.empty()));
    }

    private void reconcile(Context http) {
        ClusterReconcile.Wish wish = reconcile.wish();
        Map<NodeId, Optional<Counts>> answers = new TreeMap<>(reconcile.await(wish, PATIENCE, NodeRoutes::pause));
        answers.put(look.watch().self().node(), Optional.of(wish.here()));
        ObjectNode body = JsonTree.empty();
        answers.forEach(
                (node, counts) -> report(node, counts, body.withArray("/nodes").addObject()));
        Answers.json(http, 200, body);
    }

    private static void report(NodeId node, Optional<Counts> counts, ObjectNode shape) {
        shape.put("node", node.text()).put("answered", counts.isPresent());
        counts.ifPresent(c -> shape.put("removed", c.removed())
                .put("created", c.created())
                .put("updated", c.updated())
                .put("failed", c.failed()));
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
