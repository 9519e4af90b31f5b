package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.A_AGAIN;
import static io.baton.contracts.where.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.MasterLease}. */
public abstract class MasterLeaseContract extends WhereContract {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONGER_THAN_SHORT = Duration.ofMillis(1300);

    @Test
    public void L1_the_second_claimant_is_told_who_holds_it() {
        assertThat(first().lease().claim(A, LONG)).isEqualTo(A);

        assertThat(second().lease().claim(B, LONG)).isEqualTo(A);
        assertThat(second().lease().holder()).contains(A);
        assertThat(store().another().lease().holder()).contains(A);
    }

    @Test
    public void L1_nobody_holds_it_at_first() {
        assertThat(first().lease().holder()).isEmpty();
    }

    @Test
    public void L1_racing_claimants_agree_on_one_holder() throws Exception {
        List<Incarnation> answers = Race.among(8, i -> {
            WhereClient client = i % 2 == 0 ? first() : second();
            Incarnation by = new Incarnation(new NodeId("racer-" + i), "r");
            return () -> client.lease().claim(by, LONG);
        });

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(first().lease().holder()).contains(answers.get(0));
    }

    @Test
    public void L1_another_life_of_the_holder_is_another() {
        first().lease().claim(A, LONG);

        assertThat(second().lease().claim(A_AGAIN, LONG)).isEqualTo(A);
    }

    @Test
    public void L2_claiming_what_one_holds_extends_it() {
        first().lease().claim(A, SHORT);
        assertThat(first().lease().claim(A, LONG)).isEqualTo(A);

        store().pass(LONGER_THAN_SHORT);

        assertThat(second().lease().claim(B, LONG)).isEqualTo(A);
    }

    @Test
    public void L3_an_expired_lease_can_be_claimed_by_anybody() {
        first().lease().claim(A, SHORT);

        store().pass(LONGER_THAN_SHORT);

        assertThat(second().lease().holder()).isEmpty();
        assertThat(second().lease().claim(B, LONG)).isEqualTo(B);
    }

    @Test
    public void L3_the_shortest_lease_is_a_tenth_of_a_second() {
        assertThat(first().lease().claim(A, Duration.ofMillis(100))).isEqualTo(A);

        store().pass(Duration.ofMillis(200));

        assertThat(second().lease().claim(B, LONG)).isEqualTo(B);
    }

    @Test
    public void L4_a_late_extension_or_release_changes_nothing() {
        first().lease().claim(A, SHORT);
        store().pass(LONGER_THAN_SHORT);
        second().lease().claim(B, LONG);

        assertThat(first().lease().claim(A, LONG)).isEqualTo(B);
        first().lease().release(A);

        assertThat(second().lease().holder()).contains(B);
    }

    @Test
    public void L4_a_release_by_another_life_of_the_holder_changes_nothing() {
        first().lease().claim(A, LONG);

        second().lease().release(A_AGAIN);

        assertThat(first().lease().holder()).contains(A);
    }

    @Test
    public void L5_after_a_release_a_claim_succeeds_at_once() {
        first().lease().claim(A, LONG);
        first().lease().release(A);
        first().lease().release(A);

        assertThat(second().lease().holder()).isEmpty();
        assertThat(second().lease().claim(B, LONG)).isEqualTo(B);
    }

    @Test
    public void L6_a_dead_holder_is_replaced() {
        first().lease().claim(A, LONG);

        assertThat(second().lease().takeFrom(A, B, LONG)).isEqualTo(B);
        assertThat(first().lease().holder()).contains(B);
    }

    @Test
    public void L6_taking_from_one_that_does_not_hold_it_any_more_changes_nothing() {
        Incarnation third = new Incarnation(new NodeId("node-3"), "c1");
        first().lease().claim(A, LONG);
        second().lease().takeFrom(A, B, LONG);

        assertThat(first().lease().takeFrom(A, third, LONG)).isEqualTo(B);
        assertThat(first().lease().takeFrom(A_AGAIN, third, LONG)).isEqualTo(B);
        assertThat(first().lease().holder()).contains(B);
    }

    @Test
    public void L6_a_role_that_has_fallen_vacant_meanwhile_is_taken() {
        first().lease().claim(A, LONG);
        first().lease().release(A);

        assertThat(second().lease().takeFrom(A, B, LONG)).isEqualTo(B);
    }

    @Test
    public void L6_of_racing_heirs_one_wins() throws Exception {
        first().lease().claim(A, LONG);

        List<Incarnation> answers = Race.among(8, i -> {
            WhereClient client = i % 2 == 0 ? first() : second();
            Incarnation by = new Incarnation(new NodeId("heir-" + i), "r");
            return () -> client.lease().takeFrom(A, by, LONG);
        });

        assertThat(new HashSet<>(answers)).hasSize(1).doesNotContain(A);
    }

    @Test
    public void L6_a_taken_lease_lasts_as_long_as_was_asked() {
        first().lease().claim(A, LONG);
        second().lease().takeFrom(A, B, SHORT);

        store().pass(LONGER_THAN_SHORT);

        assertThat(first().lease().holder()).isEmpty();
    }

    @Test
    public void L7_a_duration_out_of_range_is_a_mistake_and_no_answer() {
        assertThatIllegalArgumentException().isThrownBy(() -> first().lease().claim(A, Duration.ofMillis(99)));
        assertThatIllegalArgumentException().isThrownBy(() -> first().lease().claim(A, Duration.ofHours(2)));
    }
}
