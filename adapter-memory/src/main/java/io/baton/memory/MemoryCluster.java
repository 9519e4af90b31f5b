package io.baton.memory;

import java.time.Clock;

/**
 * The where plane in the memory of one process: registry, queues, claims and lease, shared by all clients that connect.
 *
 * <p>Safe for any thread. Starts no thread of its own. Bounded by what its clients put into it: expired claims are
 * removed by later ones, dead letters are capped, empty queues and in-flight sets are dropped.
 */
public final class MemoryCluster {
    private final MemoryMasterLease lease;
    private final MemoryNodes nodes;
    private final MemoryTaskLock lock;
    private final MemoryQueues queues = new MemoryQueues();
    private final MemoryDeadLetters deadLetters = new MemoryDeadLetters();

    /** @param clock judges who is silent and which claims and leases have ended */
    public MemoryCluster(Clock clock) {
        lease = new MemoryMasterLease(clock);
        lock = new MemoryTaskLock(clock);
        nodes = new MemoryNodes(clock, lease);
    }

    /** Opens the ports of one more client, such as one process would have. */
    public MemoryClient connect() {
        return new MemoryClient(nodes, queues, deadLetters, lock, lease);
    }
}
