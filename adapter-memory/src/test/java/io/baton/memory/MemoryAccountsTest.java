package io.baton.memory;

import io.baton.contracts.what.AccountsContract;
import io.baton.contracts.what.WhatStores;

final class MemoryAccountsTest extends AccountsContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
