package io.baton.memory;

import io.baton.contracts.what.StartContract;
import io.baton.contracts.what.WhatStores;

final class MemoryStartTest extends StartContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
