package io.baton.memory;

import io.baton.contracts.where.QueueTakingContract;
import io.baton.contracts.where.WhereStore;

final class MemoryQueueTakingTest extends QueueTakingContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
