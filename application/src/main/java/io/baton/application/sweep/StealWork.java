package io.baton.application.sweep;

import io.baton.application.execute.TaskIntake;
import io.baton.application.node.ClusterWatch;
import io.baton.application.node.Slots;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.StoreException;
import io.baton.domain.queue.QueueState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lets an idle node take waiting tasks off the busiest one. */
public final class StealWork {
    private static final Logger LOG = System.getLogger(StealWork.class.getName());
    /** 50 a step: enough to matter, few enough to leave some for other idle nodes. */
    private static final int MOST = 50;

    private final QueueRecovery queues;
    private final ClusterWatch watch;
    private final Slots slots;
    private final TaskIntake intake;

    public StealWork(QueueRecovery queues, ClusterWatch watch, Slots slots, TaskIntake intake) {
        this.queues = queues;
        this.watch = watch;
        this.slots = slots;
        this.intake = intake;
    }

    /** One step. Asks nothing unless this node is idle (half of its slots free) and another is full or has a queue. */
    public void step() {
        if (!watch.open() || slots.free() * 2 < slots.total()) {
            return;
        }
        List<NodeId> busy = watch.alive().stream()
                .filter(m -> !m.who().equals(watch.self()) && looksBusy(m))
                .map(Member::id)
                .toList();
        if (busy.isEmpty()) {
            return;
        }
        try {
            Optional<QueueState> longest = queues.states(busy).stream()
                    .filter(q -> q.depth() > 0)
                    .max(Comparator.comparingLong(QueueState::depth));
            longest.ifPresent(this::steal);
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "nothing stolen: {0}", e.getMessage());
        }
    }

    private void steal(QueueState queue) {
        int half = (int) Math.min(MOST, (queue.depth() + 1) / 2);
        int stolen = intake.stealFrom(queue.node(), Math.min(half, slots.free()));
        if (stolen > 0) {
            LOG.log(Level.DEBUG, "{0} tasks taken off the queue of {1}", stolen, queue.node());
        }
    }

    private static boolean looksBusy(Member member) {
        return member.beat().status().queued() > 0
                || member.beat().status().busy() >= member.beat().profile().slots()
                || member.beat().status().draining();
    }
}
