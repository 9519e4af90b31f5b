package io.baton.memory;

import io.baton.contracts.where.NodeRegistryContract;
import io.baton.contracts.where.WhereStore;

final class MemoryNodeRegistryTest extends NodeRegistryContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
