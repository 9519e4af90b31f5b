package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.queue.QueueState;
import java.util.List;
import java.util.Set;

/** The queues of a {@link MemoryCluster}, for sweeps. One call moves all there is, for nothing can fail in between. */
final class MemoryQueueRecovery implements QueueRecovery {
    private final MemoryQueues queues;

    MemoryQueueRecovery(MemoryQueues queues) {
        this.queues = queues;
    }

    @Override
    public List<QueueState> states(List<NodeId> nodes) {
        return nodes.stream().map(queues::state).toList();
    }

    @Override
    public Set<String> inFlight(Incarnation owner) {
        return queues.inFlight(owner);
    }

    @Override
    public Set<Incarnation> holders() {
        return queues.holders();
    }

    @Override
    public Set<NodeId> queues() {
        return queues.queues();
    }

    @Override
    public int salvageInFlight(Incarnation dead, NodeId to) {
        return queues.salvageInFlight(dead, to);
    }

    @Override
    public int salvageQueue(NodeId dead, NodeId to) {
        return queues.salvageQueue(dead, to);
    }
}
