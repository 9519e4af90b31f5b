package io.baton.memory;

import io.baton.contracts.where.DeadLettersContract;
import io.baton.contracts.where.WhereStore;

final class MemoryDeadLettersTest extends DeadLettersContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
