package io.baton.architecture.planted.application;

import io.baton.architecture.planted.domain.port.GoodPort;

/** A use case as it should be. */
public final class DomainReader {
    private final GoodPort port;

    public DomainReader(GoodPort port) {
        this.port = port;
    }

    public void read() {
        port.use();
    }
}
