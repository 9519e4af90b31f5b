package io.baton.memory;

import io.baton.contracts.what.WatermarksContract;
import io.baton.contracts.what.WhatStores;

final class MemoryWatermarksTest extends WatermarksContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
