package io.baton.architecture.planted.application;

import org.assertj.core.api.Assertions;

/** Sees a library. */
public final class SeesLibrary {
    void use() {
        Assertions.assertThat(1).isOne();
    }
}
