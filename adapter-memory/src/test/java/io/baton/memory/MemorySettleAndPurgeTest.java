package io.baton.memory;

import io.baton.contracts.what.SettleAndPurgeContract;
import io.baton.contracts.what.WhatStores;

final class MemorySettleAndPurgeTest extends SettleAndPurgeContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
