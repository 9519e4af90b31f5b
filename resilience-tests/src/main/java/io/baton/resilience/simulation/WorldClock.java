package io.baton.resilience.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** The clock on somebody's wall: the world's time and how far this one is off. */
final class WorldClock extends Clock {
    private final World world;
    private final LongSupplier offMillis;

    WorldClock(World world, LongSupplier offMillis) {
        this.world = world;
        this.offMillis = offMillis;
    }

    @Override
    public Instant instant() {
        return world.now().plusMillis(offMillis.getAsLong());
    }

    @Override
    public long millis() {
        return World.BEGIN_MILLIS + world.turns.now() / 1_000 + offMillis.getAsLong();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
