package io.baton.memory;

import io.baton.contracts.what.ExclusiveShardsContract;
import io.baton.contracts.what.WhatStores;

final class MemoryExclusiveShardsTest extends ExclusiveShardsContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
