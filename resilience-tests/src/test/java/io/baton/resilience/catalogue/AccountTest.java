package io.baton.resilience.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.checker.Event;
import org.junit.jupiter.api.Test;

/** A row whose fault was not felt is broken, whatever else held. */
class AccountTest {
    private final Account account = new Account() {};

    @Test
    void a_row_that_shows_nothing_of_its_fault_is_broken() {
        account.shown("T-X", () -> account.fault("said only", ""));

        assertThat(account.shown()).isEmpty();
        assertThat(account.unmet()).extracting(Event::node).containsExactly("T-X");
    }

    @Test
    void a_row_whose_fault_was_felt_is_shown() {
        account.shown("T-X", () -> account.felt(true, "node-1", "its process lives"));

        assertThat(account.shown()).containsExactly("T-X");
        assertThat(account.unmet()).isEmpty();
    }

    @Test
    void a_fault_that_was_not_felt_breaks_the_row_even_if_another_was() {
        account.shown("T-X", () -> {
            account.felt(true, "node-1", "its process lives");
            account.felt(false, "node-2", "its process lives");
        });

        assertThat(account.unmet())
                .extracting(Event::detail)
                .containsExactly("the fault was not felt: its process lives");
    }
}
