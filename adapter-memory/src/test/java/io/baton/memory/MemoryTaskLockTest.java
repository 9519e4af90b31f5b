package io.baton.memory;

import io.baton.contracts.where.TaskLockContract;
import io.baton.contracts.where.WhereStore;

final class MemoryTaskLockTest extends TaskLockContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
