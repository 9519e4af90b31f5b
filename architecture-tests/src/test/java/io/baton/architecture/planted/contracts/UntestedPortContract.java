package io.baton.architecture.planted.contracts;

import io.baton.architecture.planted.domain.port.UntestedPort;

/** A contract without tests. */
public abstract class UntestedPortContract {
    protected abstract UntestedPort port();
}
