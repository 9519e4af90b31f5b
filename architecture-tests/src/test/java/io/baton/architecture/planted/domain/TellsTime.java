package io.baton.architecture.planted.domain;

import java.time.Instant;

/** Reads the clock. */
public final class TellsTime {
    Instant read() {
        return Instant.now();
    }
}
