package io.baton.memory;

import io.baton.contracts.what.FinishContract;
import io.baton.contracts.what.WhatStores;

final class MemoryFinishTest extends FinishContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
