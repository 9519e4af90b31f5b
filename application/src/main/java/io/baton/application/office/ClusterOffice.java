package io.baton.application.office;

import io.baton.application.access.AuditBook;
import io.baton.application.access.Caller;
import io.baton.application.core.Desk;
import io.baton.application.view.ClusterReconcile;
import io.baton.application.view.ClusterReconcile.Counts;
import io.baton.application.view.Forecast;
import io.baton.application.view.Readings;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Role;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Nodes and what concerns all of them, for who may. */
public final class ClusterOffice {
    private final Readings readings;
    private final ClusterReconcile reconcile;
    private final AuditBook audit;

    public ClusterOffice(Desk desk, AuditBook audit) {
        this.readings = desk.look().readings();
        this.reconcile = desk.work().reconcile();
        this.audit = audit;
    }

    public List<Readings.NodeReading> nodes(Caller who) {
        who.needs(Role.VIEWER);
        return readings.nodes();
    }

    public ClusterView view(Caller who) {
        who.needs(Role.VIEWER);
        return readings.cluster();
    }

    /** What this node offers to run. */
    public List<TargetEntry> targets(Caller who) {
        who.needs(Role.VIEWER);
        return readings.targets();
    }

    /** The database's time. */
    public Instant now(Caller who) {
        who.needs(Role.VIEWER);
        return readings.storeTime();
    }

    /**
     * Asks a node to drain, or to work again. A wish outlives its node: it can be taken back when the node is gone.
     *
     * @return whether there is such a node
     */
    public boolean drain(Caller who, NodeId node, boolean wanted) {
        who.needsForAll(Role.OPERATOR);
        ClusterView cluster = readings.cluster();
        boolean known = cluster.find(node).isPresent()
                || (!wanted && cluster.drainWanted().contains(node));
        if (known) {
            readings.wantDrain(node, wanted);
            audit.enter(who, new Deed(wanted ? "node.drain" : "node.undrain", node.text(), "", ""));
        }
        return known;
    }

    /**
     * Arms on every node what the store says.
     *
     * @param pause waits a little, false = give up
     * @return what each node put right; empty = it did not answer in time
     */
    public Map<NodeId, Optional<Counts>> reconcile(Caller who, Duration patience, BooleanSupplier pause) {
        who.needsForAll(Role.OPERATOR);
        Map<NodeId, Optional<Counts>> answers = reconcile.deed().askAll(patience, pause);
        String words = answers.entrySet().stream()
                .map(answer -> answer.getKey() + ": "
                        + answer.getValue().map(Counts::toString).orElse("no answer"))
                .collect(Collectors.joining("\n"));
        audit.enter(who, new Deed("cluster.reconcile", "", "", words));
        return answers;
    }

    /**
     * What reconciling would put right on every node. It changes nothing.
     *
     * @param pause waits a little, false = give up
     * @return what each node would change; empty = it did not answer in time
     */
    public Map<NodeId, Optional<Forecast>> forecast(Caller who, Duration patience, BooleanSupplier pause) {
        who.needsForAll(Role.OPERATOR);
        return reconcile.forecast().askAll(patience, pause);
    }
}
