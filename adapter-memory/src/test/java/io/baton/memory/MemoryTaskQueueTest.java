package io.baton.memory;

import io.baton.contracts.where.TaskQueueContract;
import io.baton.contracts.where.WhereStore;

final class MemoryTaskQueueTest extends TaskQueueContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
