package io.baton.domain.ledger;

import static io.baton.domain.ledger.LedgerRows.NOW;
import static io.baton.domain.ledger.LedgerRows.due;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExclusiveTest {
    @Test
    void a_holder_has_it_until_the_last_of_its_tasks_has_ended() {
        Exclusive held = Exclusive.FREE.takenBy(due(5), 2, NOW.minusSeconds(5));

        assertThat(held.holder()).contains(due(5));
        assertThat(held.afterEndOf(due(5)).holder()).contains(due(5));
        assertThat(held.afterEndOf(due(5)).open()).isEqualTo(1);
        assertThat(held.afterEndOf(due(5)).afterEndOf(due(5)))
                .isEqualTo(new Exclusive(Optional.empty(), 0, 1, NOW.minusSeconds(5)));
    }

    @Test
    void the_end_of_another_firing_changes_nothing() {
        Exclusive held = Exclusive.FREE.takenBy(due(5), 1, NOW.minusSeconds(5));

        assertThat(held.afterEndOf(due(4))).isEqualTo(held);
        assertThat(Exclusive.FREE.afterEndOf(due(4))).isEqualTo(Exclusive.FREE);
    }

    @Test
    void the_fence_grows_with_each_holder_and_the_last_started_never_goes_back() {
        Exclusive first = Exclusive.FREE.takenBy(due(5), 1, NOW.minusSeconds(5)).afterEndOf(due(5));
        Exclusive older = first.takenBy(due(9), 1, NOW.minusSeconds(9));

        assertThat(first.fence()).isEqualTo(1);
        assertThat(older.fence()).isEqualTo(2);
        assertThat(older.lastStarted()).isEqualTo(NOW.minusSeconds(5));
    }
}
