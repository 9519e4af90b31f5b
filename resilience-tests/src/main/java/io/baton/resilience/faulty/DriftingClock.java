package io.baton.resilience.faulty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is right when it is made and then runs too fast, or too slow. */
final class DriftingClock extends Clock {
    private final Clock right;
    private final Instant made;
    private final double drift;

    /** @param drift 0.05 = 5 % too fast, three seconds a minute */
    DriftingClock(Clock right, double drift) {
        this(right, right.instant(), drift);
    }

    private DriftingClock(Clock right, Instant made, double drift) {
        this.right = right;
        this.made = made;
        this.drift = drift;
    }

    @Override
    public Instant instant() {
        Instant now = right.instant();
        return now.plusMillis((long) (Duration.between(made, now).toMillis() * drift));
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DriftingClock(right.withZone(zone), made, drift);
    }
}
