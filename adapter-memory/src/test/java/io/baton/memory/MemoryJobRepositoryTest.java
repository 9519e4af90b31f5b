package io.baton.memory;

import io.baton.contracts.what.JobRepositoryContract;
import io.baton.contracts.what.WhatStores;

final class MemoryJobRepositoryTest extends JobRepositoryContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
