package io.baton.architecture.planted.memory;

import io.baton.architecture.planted.application.SeesLibrary;

/** A driven adapter that knows a use case. */
public final class UsesApplication {
    SeesLibrary used = new SeesLibrary();
}
