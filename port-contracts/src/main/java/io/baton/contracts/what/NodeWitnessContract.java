package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeWitness.Sighting;
import io.baton.domain.port.NodeWitness.Sightings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** {@code NodeWitness}: the database's word on who lives. */
public abstract class NodeWitnessContract extends WhatContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Incarnation ANNA_AGAIN = Incarnation.parse("anna/a2");
    /** "Within seconds": real time, for it is the operating system that closes a connection. */
    private static final long SECONDS = 10;

    @Test
    void W1_a_node_id_is_refused_while_its_holder_is_present() {
        assertThat(first().witness().enrol(ANNA, TIMEOUT)).isEmpty();
        stores().pass(TIMEOUT.multipliedBy(2));

        Optional<Incarnation> holder = second().witness().enrol(ANNA_AGAIN, TIMEOUT);

        assertThat(holder).isEqualTo(stores().oneProcessOnly() ? Optional.empty() : Optional.of(ANNA));
    }

    @Test
    void W1_a_node_id_is_refused_while_its_holder_was_seen_within_the_timeout() {
        first().witness().enrol(ANNA, TIMEOUT);
        stores().die(first());
        assertThat(second().witness().enrol(ANNA_AGAIN, TIMEOUT))
                .isEqualTo(stores().oneProcessOnly() ? Optional.empty() : Optional.of(ANNA));

        stores().pass(TIMEOUT.plusSeconds(1));
        eventually(
                "the node id is free",
                () -> second().witness().enrol(ANNA_AGAIN, TIMEOUT).isEmpty());

        assertThat(second().witness().sightings().all())
                .extracting(Sighting::who)
                .containsExactly(ANNA_AGAIN);
    }

    @Test
    void W1_enrolling_again_as_oneself_is_granted() {
        first().witness().enrol(ANNA, TIMEOUT);

        assertThat(first().witness().enrol(ANNA, TIMEOUT)).isEmpty();
    }

    @Test
    void W1_node_ids_that_differ_in_case_are_two_nodes() {
        first().witness().enrol(ANNA, TIMEOUT);

        assertThat(second().witness().enrol(Incarnation.parse("Anna/a3"), TIMEOUT))
                .isEmpty();
        assertThat(second().witness().sightings().all()).hasSize(2);
    }

    @Test
    void W2_seeing_brings_last_seen_to_the_stores_now() {
        first().witness().enrol(ANNA, TIMEOUT);
        stores().pass(Duration.ofMinutes(5));
        Instant before = now();

        Instant seen = first().witness().seen(ANNA).now();

        assertThat(seen).isBetween(before, now());
        Sightings sightings = second().witness().sightings();
        assertThat(sightings.now()).isBetween(seen, now());
        assertThat(sightings.all()).extracting(Sighting::lastSeen).containsExactly(seen);
    }

    @Test
    void W3_a_presence_ends_with_the_connection_and_comes_back_by_seen() {
        first().witness().enrol(ANNA, TIMEOUT);
        assertThat(first().witness().seen(ANNA).present()).isTrue();
        assertThat(presence(second(), ANNA)).isEqualTo(!stores().oneProcessOnly());

        stores().die(first());
        eventually("anna is absent", () -> !presence(second(), ANNA));
        assertThat(first().witness().seen(ANNA).present()).isTrue();

        assertThat(presence(second(), ANNA)).isEqualTo(!stores().oneProcessOnly());
        assertThat(presence(first(), ANNA)).isTrue();
    }

    @Test
    void W4_another_incarnation_is_present_only_in_a_store_that_both_can_open() {
        first().witness().enrol(ANNA, TIMEOUT);
        second().witness().enrol(BERT, TIMEOUT);

        assertThat(presence(second(), ANNA)).isEqualTo(!stores().oneProcessOnly());
        assertThat(presence(second(), BERT)).isTrue();
    }

    @Test
    void W5_a_retired_incarnation_is_neither_sighted_nor_present() {
        first().witness().enrol(ANNA, TIMEOUT);
        second().witness().enrol(BERT, TIMEOUT);

        first().witness().retire(ANNA);

        assertThat(second().witness().sightings().all())
                .extracting(Sighting::who)
                .containsExactly(BERT);
        assertThat(second().witness().enrol(ANNA_AGAIN, TIMEOUT)).isEmpty();
    }

    @Test
    void W5_retiring_an_older_incarnation_leaves_the_current_one() {
        first().witness().enrol(ANNA, TIMEOUT);
        first().witness().retire(ANNA);
        second().witness().enrol(ANNA_AGAIN, TIMEOUT);

        second().witness().retire(ANNA);

        assertThat(second().witness().sightings().all())
                .extracting(Sighting::who)
                .containsExactly(ANNA_AGAIN);
    }

    private static boolean presence(WhatClient client, Incarnation who) {
        return client.witness().sightings().all().stream()
                .anyMatch(sighting -> sighting.who().equals(who) && sighting.present());
    }

    private static void eventually(String condition, BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + SECONDS + " s: " + condition);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
