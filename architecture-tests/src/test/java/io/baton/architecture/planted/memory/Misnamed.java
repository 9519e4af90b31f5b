package io.baton.architecture.planted.memory;

import io.baton.architecture.planted.domain.port.GoodPort;

/** Implements a port and does not say so. */
public final class Misnamed implements GoodPort {
    @Override
    public void use() {}
}
