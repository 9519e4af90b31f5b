package io.baton.architecture.planted.domain;

import org.assertj.core.api.Assertions;

/** Sees a library. */
public final class UsesLibrary {
    void use() {
        Assertions.assertThat(1).isOne();
    }
}
