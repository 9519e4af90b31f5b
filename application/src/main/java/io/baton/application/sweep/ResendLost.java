package io.baton.application.sweep;

import io.baton.application.Ports;
import io.baton.application.place.Relocation;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.QueueState;
import io.baton.domain.task.TaskRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends messages for queued tasks that have none: retries whose time has come, and tasks whose message is nowhere.
 *
 * <p>Nowhere = sent longer ago than the oldest message that waits on its owner's queue, and in no in-flight set. A queue
 * is first in, first out, so what was sent before its oldest message has left it.
 */
public final class ResendLost {
    private static final Logger LOG = System.getLogger(ResendLost.class.getName());
    /** 10 s: longer than any sender takes between its ledger write and its push. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** 500 a sweep, so that a Redis that lost everything is filled again in steps. */
    private static final int BATCH = 500;

    private final Ports.Where where;
    private final Ports.Ledger ledger;
    private final Relocation relocation;

    public ResendLost(Ports.Where where, Ports.Ledger ledger, Relocation relocation) {
        this.where = where;
        this.ledger = ledger;
        this.relocation = relocation;
    }

    public void resend() {
        Instant bound = ledger.recovery().now().minus(PATIENCE);
        List<TaskRow> unsent = ledger.recovery().unsent(bound, BATCH);
        List<TaskRow> due = unsent.stream()
                .filter(r -> r.standing().times().sentAt().isEmpty())
                .toList();
        List<TaskRow> sent = unsent.stream()
                .filter(r -> r.standing().times().sentAt().isPresent())
                .toList();
        relocate(due);
        if (!sent.isEmpty()) {
            List<TaskRow> lost = nowhere(sent);
            relocate(lost);
            if (!lost.isEmpty()) {
                LOG.log(Level.WARNING, "{0} messages were lost and are sent again", lost.size());
            }
        }
    }

    private void relocate(List<TaskRow> rows) {
        if (!rows.isEmpty()) {
            relocation.relocate(rows, Optional.empty());
        }
    }

    private List<TaskRow> nowhere(List<TaskRow> rows) {
        List<NodeId> owners = rows.stream()
                .flatMap(r -> r.standing().owner().stream())
                .map(Incarnation::node)
                .distinct()
                .toList();
        Map<NodeId, QueueState> queues = where.queueRecovery().states(owners).stream()
                .collect(Collectors.toMap(QueueState::node, Function.identity()));
        Set<String> inFlight = new HashSet<>();
        for (Incarnation holder : where.queueRecovery().holders()) {
            inFlight.addAll(where.queueRecovery().inFlight(holder));
        }
        return rows.stream()
                .filter(r -> !inFlight.contains(r.id() + "#" + r.fence()) && leftQueue(r, queues))
                .toList();
    }

    private static boolean leftQueue(TaskRow row, Map<NodeId, QueueState> queues) {
        Optional<QueueState> queue = row.standing().owner().map(o -> queues.get(o.node()));
        if (queue.isEmpty() || queue.get().depth() == 0) {
            return true;
        }
        Instant sentAt = row.standing().times().sentAt().orElseThrow();
        return queue.get()
                .oldestSentAt()
                .map(oldest -> sentAt.plus(PATIENCE).isBefore(oldest))
                .orElse(false);
    }
}
