package io.baton.application.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Lets in who bears a token or a session that holds, as often as one caller may ask. An address from which many
 * wrong ones come is heard once a second: guessing gets slow, and costs the stores little.
 *
 * <p>What held in the last quarter of an hour is heard from such an address too. Behind a proxy everybody has the same one, and
 * one program with a token that was revoked must not lock out the others.
 */
public final class Admission {
    /** 1,000 wrong ones of an address at once cost nothing, and one a second: forgotten pages whose sessions have ended ask a few times a minute. */
    static final int WRONG_AT_ONCE = 1_000;

    static final int WRONG_A_SECOND = 1;

    /** 1,000 a second, and 2,000 at once: what a node of two processors can answer; people and scripts ask far less. */
    static final int A_SECOND = 1_000;

    static final int AT_ONCE = 2_000;

    private final Authentication authentication;
    private final Allowance addresses;
    private final Lately held;
    private final Allowance callers;
    private final LongAdder unheard = new LongAdder();

    /** Who it is, if it is somebody, and whether they are heard. */
    public sealed interface Reply {
        /** Somebody known. */
        record Known(Caller caller) implements Reply {}

        /** Nobody known. */
        record Nobody() implements Reply {}

        /** Too much came from there. @param pause for how long nothing more is heard; @param why for people */
        record Unheard(Duration pause, String why) implements Reply {}

        default <R> R fold(Function<Caller, R> known, Function<Nobody, R> nobody, Function<Unheard, R> unheard) {
            if (this instanceof Known somebody) {
                return known.apply(somebody.caller());
            }
            return this instanceof Unheard later ? unheard.apply(later) : nobody.apply((Nobody) this);
        }
    }

    /** @param nanos a clock that only goes forward, in nanoseconds from anywhere */
    public Admission(Authentication authentication, LongSupplier nanos) {
        this.authentication = authentication;
        this.addresses = new Allowance(WRONG_AT_ONCE, WRONG_A_SECOND, nanos);
        this.held = new Lately(nanos);
        this.callers = new Allowance(AT_ONCE, A_SECOND, nanos);
    }

    /** @param from the address that the token came from */
    public Reply byToken(String secret, String from) {
        return by(secret, from, authentication::byToken);
    }

    /** @param from the address that the session's secret came from */
    public Reply bySession(String secret, String from) {
        return by(secret, from, authentication::bySession);
    }

    /** How many were not heard so far. */
    public long unheard() {
        return unheard.sum();
    }

    private Reply by(String secret, String from, BiFunction<String, String, Optional<Caller>> asking) {
        if (secret.isBlank()) {
            return new Reply.Nobody();
        }
        String digest = Secrets.digest(secret);
        Duration pause = held.has(digest) ? Duration.ZERO : addresses.pause(from);
        if (!pause.isZero()) {
            return later(pause, "too many wrong tokens or sessions came from your address");
        }
        Optional<Caller> caller = asking.apply(secret, from);
        if (caller.isEmpty()) {
            addresses.take(from);
            return new Reply.Nobody();
        }
        held.saw(digest);
        return spent(caller.get());
    }

    private Reply spent(Caller caller) {
        Duration pause = callers.take(caller.name());
        return pause.isZero()
                ? new Reply.Known(caller)
                : later(pause, caller.name() + " asks too often: " + A_SECOND + " requests a second are answered");
    }

    private Reply later(Duration pause, String why) {
        unheard.increment();
        return new Reply.Unheard(pause, why);
    }
}
