package io.baton.architecture.planted.redis;

import io.baton.architecture.planted.memory.Misnamed;

/** An adapter that knows another. */
public final class UsesMemory {
    Misnamed used = new Misnamed();
}
