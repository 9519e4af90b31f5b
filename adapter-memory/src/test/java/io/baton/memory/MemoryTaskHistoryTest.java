package io.baton.memory;

import io.baton.contracts.what.TaskHistoryContract;
import io.baton.contracts.what.WhatStores;

final class MemoryTaskHistoryTest extends TaskHistoryContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
