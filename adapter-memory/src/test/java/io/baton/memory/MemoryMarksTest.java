package io.baton.memory;

import io.baton.contracts.what.MarksContract;
import io.baton.contracts.what.WhatStores;

final class MemoryMarksTest extends MarksContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
