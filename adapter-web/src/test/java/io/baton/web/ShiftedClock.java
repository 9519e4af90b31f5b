package io.baton.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** The system's clocks, set forward as far as a test wants. Safe for any thread. */
final class ShiftedClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile OptionalLong halted = OptionalLong.empty();

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Of the clock that only goes forward. */
    long nanos() {
        return halted.orElseGet(System::nanoTime) + ahead.toNanos();
    }

    /** From now on the clock that only goes forward does so by {@link #advance} alone. */
    void halt() {
        halted = OptionalLong.of(System.nanoTime());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants are asked for, no local times");
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }
}
