package io.baton.architecture.planted.application;

import io.baton.architecture.planted.memory.Misnamed;

/** A use case that knows an adapter. */
public final class MemoryUser {
    Misnamed used = new Misnamed();
}
