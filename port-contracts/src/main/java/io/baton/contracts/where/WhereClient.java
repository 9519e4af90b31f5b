package io.baton.contracts.where;

import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;

/** The ports of one client of a store, such as one process has them. */
public record WhereClient(
        NodeRegistry registry, TaskQueue queue, QueueRecovery recovery, TaskLock lock, MasterLease lease) {}
