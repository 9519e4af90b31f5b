package io.baton.memory;

import io.baton.contracts.what.JobVersionsContract;
import io.baton.contracts.what.WhatStores;

final class MemoryJobVersionsTest extends JobVersionsContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
