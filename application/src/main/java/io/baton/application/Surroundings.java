package io.baton.application;

import java.time.Clock;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Time and chance, as a node gets them.
 *
 * @param clock the wall clock of this machine, which may be wrong
 * @param nanos a clock that only goes forward, in nanoseconds from anywhere
 * @param chance gives a number from 0 (included) to 1 (excluded) at each call
 * @param ids makes a fresh id of 1..40 characters of {@code [a-z0-9]} at each call
 */
public record Surroundings(Clock clock, LongSupplier nanos, DoubleSupplier chance, Supplier<String> ids) {
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
