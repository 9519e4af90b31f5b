package io.baton.memory;

import io.baton.contracts.what.NodeWitnessContract;
import io.baton.contracts.what.WhatStores;

final class MemoryNodeWitnessTest extends NodeWitnessContract {
    @Override
    protected WhatStores open() {
        return new MemoryWhatStores();
    }
}
