package io.baton.memory;

import io.baton.contracts.where.MasterLeaseContract;
import io.baton.contracts.where.WhereStore;

final class MemoryMasterLeaseTest extends MasterLeaseContract {
    @Override
    protected WhereStore open() {
        return new MemoryWhereStore();
    }
}
