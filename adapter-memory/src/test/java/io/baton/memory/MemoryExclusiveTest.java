package io.baton.memory;

import io.baton.contracts.what.ExclusiveContract;
import io.baton.contracts.what.WhatStores;

final class MemoryExclusiveTest extends ExclusiveContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
