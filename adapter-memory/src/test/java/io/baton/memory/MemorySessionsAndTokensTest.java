package io.baton.memory;

import io.baton.contracts.what.SessionsAndTokensContract;
import io.baton.contracts.what.WhatStores;

final class MemorySessionsAndTokensTest extends SessionsAndTokensContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
