package io.baton.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.access.Caller;
import io.baton.application.core.Desk;
import io.baton.application.office.ClusterOffice;
import io.baton.application.view.ClusterReconcile.Counts;
import io.baton.application.view.Forecast;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.NodeId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Nodes: how they are, whether they take work, what they have armed. */
final class NodeRoutes {
    /** 10 s: nodes look for a wish every 3 s; a caller waits no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final ClusterOffice cluster;
    private final Desk.Look look;

    NodeRoutes(ClusterOffice cluster, Desk.Look look) {
        this.cluster = cluster;
        this.look = look;
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
        Caller who = Callers.of(http);
        ClusterView view = cluster.view(who);
        Duration timeout = look.watch().timeout();
        Pages.answer(
                http,
                "nodes",
                cluster.nodes(who),
                node -> node.member().id().text(),
                node -> NodeShape.of(node, view, timeout));
    }

    private void drain(Context http, boolean wanted) {
        NodeId node = new Question(http).node();
        if (!cluster.drain(Callers.of(http), node, wanted)) {
            throw Problem.notFound("there is no node " + node);
        }
        Answers.json(http, 200, JsonTree.empty().put("node", node.text()).put("drainWanted", wanted));
    }

    private void targets(Context http) {
        Pages.answer(
                http,
                "targets",
                TargetShape.list(cluster.targets(Callers.of(http)), look.watch()),
                target -> target.path("name").asText() + " " + target.path("parameters"),
                Function.identity());
    }

    private void reconcile(Context http) {
        if (new Question(http).flag("dryRun")) {
            forecast(http);
            return;
        }
        Map<NodeId, Optional<Counts>> answers = cluster.reconcile(Callers.of(http), PATIENCE, NodeRoutes::pause);
        ObjectNode body = JsonTree.empty();
        answers.forEach(
                (node, counts) -> report(node, counts, body.withArray("/nodes").addObject()));
        Answers.json(http, 200, body);
    }

    private void forecast(Context http) {
        Map<NodeId, Optional<Forecast>> answers = cluster.forecast(Callers.of(http), PATIENCE, NodeRoutes::pause);
        ObjectNode body = JsonTree.empty();
        answers.forEach((node, forecast) -> {
            ObjectNode shape = body.withArray("/nodes").addObject();
            report(node, forecast.map(Forecast::counts), shape);
            forecast.ifPresent(one -> changes(one, shape.putArray("changes")));
        });
        Answers.json(http, 200, body);
    }

    private static void changes(Forecast forecast, ArrayNode into) {
        forecast.changes()
                .forEach(change -> into.addObject()
                        .put("change", change.kind().name().toLowerCase(Locale.ROOT))
                        .put("job", change.job().toString()));
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
