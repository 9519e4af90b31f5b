package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
    private final Set<Integer> tried = new LinkedHashSet<>();

    @Test
    void another_port_is_tried_when_one_was_taken_meanwhile() {
        int port = FreePort.with(free -> {
            if (tried.add(free) && tried.size() < 3) {
                throw new PortTakenException("taken");
            }
            return free;
        });

        assertThat(tried).hasSize(3).endsWith(port);
    }

    @Test
    void gives_up_after_some_ports() {
        assertThatThrownBy(() -> FreePort.with(free -> {
                    tried.add(free);
                    throw new PortTakenException("taken");
                }))
                .isInstanceOf(PortTakenException.class);
        assertThat(tried).hasSizeLessThanOrEqualTo(5);
    }
}
