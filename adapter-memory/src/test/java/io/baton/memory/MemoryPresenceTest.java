package io.baton.memory;

import io.baton.contracts.where.PresenceContract;
import io.baton.contracts.where.WhereStore;

final class MemoryPresenceTest extends PresenceContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
