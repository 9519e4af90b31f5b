package io.baton.memory;

import io.baton.contracts.what.ClaimContract;
import io.baton.contracts.what.WhatStores;

final class MemoryClaimTest extends ClaimContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
