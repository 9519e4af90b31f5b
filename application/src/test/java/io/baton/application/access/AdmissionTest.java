package io.baton.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.Surroundings;
import io.baton.application.access.Admission.Reply;
import io.baton.domain.access.Rights;
import io.baton.memory.MemoryDatabase;
import io.baton.memory.MemorySession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who is let in, how often, and what slows down who guesses. */
class AdmissionTest {
    private static final String OWN = "a-token-of-at-least-32-characters";
    private static final Caller ADMIN = new Caller("root", Rights.ADMIN, "here");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
    private final MemorySession store = new MemoryDatabase(Clock.systemUTC()).connect();
    private final Surroundings surroundings = new Surroundings(
            Clock.systemUTC(), nanos::get, () -> 0.5, () -> "id" + (1_000_000_000L + count.incrementAndGet()));
    private final ManageTokens tokens = new ManageTokens(
            store.apiTokens(),
            new Secrets(() -> "secret-" + count.incrementAndGet()),
            surroundings,
            new AuditBook(store.audit(), surroundings));
    private final Admission admission = new Admission(
            new Authentication(
                    new Authentication.Stores(store.accounts(), store.sessions(), store.apiTokens()),
                    Optional.of(OWN),
                    surroundings),
            nanos::get);

    private static boolean known(Reply reply) {
        return reply instanceof Reply.Known;
    }

    private static Duration pause(Reply reply) {
        return reply.fold(caller -> Duration.ZERO, nobody -> Duration.ZERO, Reply.Unheard::pause);
    }

    private void guess(int times, String from) {
        for (int i = 0; i < times; i++) {
            assertThat(admission.byToken("wrong" + i, from)).isEqualTo(new Reply.Nobody());
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void wrong_tokens_and_sessions_of_an_address_are_slowed_down_together_and_other_addresses_are_not() {
        guess(999, "far");
        assertThat(admission.bySession("wrong", "far")).isEqualTo(new Reply.Nobody());

        assertThat(pause(admission.byToken("wrong", "far"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause(admission.bySession("wrong", "far"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause(admission.byToken(OWN, "far")))
                .as("even the right one")
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(known(admission.byToken(OWN, "near"))).isTrue();
        assertThat(admission.unheard()).isEqualTo(3);

        pass(Duration.ofSeconds(1));
        guess(1, "far");
        assertThat(pause(admission.byToken("wrong", "far"))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void pages_whose_sessions_have_ended_do_not_keep_out_who_logs_in_from_their_address() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            for (int page = 0; page < 10; page++) {
                assertThat(admission.bySession("ended" + page, "office")).isEqualTo(new Reply.Nobody());
            }
            pass(Duration.ofMinutes(1));
        }

        assertThat(known(admission.byToken(OWN, "office"))).isTrue();
    }

    @Test
    void what_is_not_there_is_no_guess() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(admission.bySession(" ", "far")).isEqualTo(new Reply.Nobody());
        }

        assertThat(known(admission.byToken(OWN, "far"))).isTrue();
    }

    @Test
    void what_held_of_late_is_heard_from_an_address_that_others_guess_from_and_believed_only_while_it_holds() {
        ManageTokens.Made made = tokens.create(ADMIN, "robot", Rights.ADMIN, Optional.empty());
        assertThat(known(admission.byToken(made.secret(), "proxy"))).isTrue();
        guess(1_000, "proxy");

        assertThat(known(admission.byToken(made.secret(), "proxy"))).isTrue();
        tokens.revoke(ADMIN, made.token().id());
        assertThat(admission.byToken(made.secret(), "proxy")).isEqualTo(new Reply.Nobody());
        pass(Duration.ofMinutes(15).plusNanos(1));
        guess(900, "proxy");
        assertThat(pause(admission.byToken(made.secret(), "proxy")))
                .as("long ago")
                .isPositive();
    }

    @Test
    void a_caller_is_heard_2_000_times_at_once_and_1_000_times_a_second_after_that() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(known(admission.byToken(OWN, "address" + i % 3))).isTrue();
        }

        assertThat(pause(admission.byToken(OWN, "far"))).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(known(admission.byToken(OWN, "far"))).isTrue();
        assertThat(known(admission.byToken(OWN, "far"))).isFalse();
        String other =
                tokens.create(ADMIN, "robot", Rights.ADMIN, Optional.empty()).secret();
        assertThat(known(admission.byToken(other, "far"))).isTrue();
    }
}
