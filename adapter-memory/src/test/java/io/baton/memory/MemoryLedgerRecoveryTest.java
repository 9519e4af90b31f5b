package io.baton.memory;

import io.baton.contracts.what.LedgerRecoveryContract;
import io.baton.contracts.what.WhatStores;

final class MemoryLedgerRecoveryTest extends LedgerRecoveryContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
