package io.baton.memory;

import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;

/** The ports of one client of a {@link MemoryCluster}, such as one process has them. */
public final class MemoryClient {
    private final MemoryLink link = new MemoryLink();
    private final NodeRegistry registry;
    private final TaskQueue queue;
    private final QueueRecovery recovery;
    private final TaskLock lock;
    private final MasterLease lease;

    MemoryClient(MemoryNodes nodes, MemoryQueues queues, MemoryDeadLetters letters, TaskLock lock, MasterLease lease) {
        this.registry = new MemoryNodeRegistry(nodes, link);
        this.queue = new MemoryTaskQueue(queues, letters);
        this.recovery = new MemoryQueueRecovery(queues);
        this.lock = lock;
        this.lease = lease;
    }

    public NodeRegistry registry() {
        return registry;
    }

    public TaskQueue queue() {
        return queue;
    }

    public QueueRecovery recovery() {
        return recovery;
    }

    public TaskLock lock() {
        return lock;
    }

    public MasterLease lease() {
        return lease;
    }

    /** Its connection, which tests and simulations cut and restore. */
    public MemoryLink link() {
        return link;
    }
}
