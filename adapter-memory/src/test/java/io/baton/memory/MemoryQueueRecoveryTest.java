package io.baton.memory;

import io.baton.contracts.where.QueueRecoveryContract;
import io.baton.contracts.where.WhereStore;

final class MemoryQueueRecoveryTest extends QueueRecoveryContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
