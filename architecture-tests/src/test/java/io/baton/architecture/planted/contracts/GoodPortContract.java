package io.baton.architecture.planted.contracts;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.baton.architecture.planted.domain.port.GoodPort;
import org.junit.jupiter.api.Test;

/** A contract as it should be. */
public abstract class GoodPortContract {
    protected abstract GoodPort port();

    @Test
    void it_can_be_used() {
        assertThatCode(port()::use).doesNotThrowAnyException();
    }
}
