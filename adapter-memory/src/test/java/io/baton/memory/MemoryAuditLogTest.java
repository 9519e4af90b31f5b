package io.baton.memory;

import io.baton.contracts.what.AuditLogContract;
import io.baton.contracts.what.WhatStores;

final class MemoryAuditLogTest extends AuditLogContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
