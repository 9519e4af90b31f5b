package io.baton.memory;

import io.baton.contracts.what.MoveAndDropContract;
import io.baton.contracts.what.WhatStores;

final class MemoryMoveAndDropTest extends MoveAndDropContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
