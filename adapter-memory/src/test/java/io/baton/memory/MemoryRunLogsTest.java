package io.baton.memory;

import io.baton.contracts.what.RunLogsContract;
import io.baton.contracts.what.WhatStores;

final class MemoryRunLogsTest extends RunLogsContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
