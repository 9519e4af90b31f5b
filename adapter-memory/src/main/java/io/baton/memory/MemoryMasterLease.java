package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.MasterLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The master role of a {@link MemoryCluster}; one object for all of its clients, guarded by itself. */
final class MemoryMasterLease implements MasterLease {
    private final Clock clock;
    private Optional<Held> held = Optional.empty();

    private record Held(Incarnation by, Instant until) {}

    MemoryMasterLease(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Incarnation claim(Incarnation by, Duration lasting) {
        Duration checked = Limits.lasting(lasting);
        Incarnation current = holder().orElse(by);
        return current.equals(by) ? grant(by, checked) : current;
    }

    @Override
    public synchronized Optional<Incarnation> holder() {
        Instant now = clock.instant();
        return held.filter(h -> h.until().isAfter(now)).map(Held::by);
    }

    @Override
    public synchronized void release(Incarnation by) {
        if (holder().equals(Optional.of(by))) {
            held = Optional.empty();
        }
    }

    @Override
    public synchronized Incarnation takeFrom(Incarnation dead, Incarnation by, Duration lasting) {
        Duration checked = Limits.lasting(lasting);
        Incarnation current = holder().orElse(dead);
        return current.equals(dead) ? grant(by, checked) : current;
    }

    private Incarnation grant(Incarnation by, Duration lasting) {
        held = Optional.of(new Held(by, clock.instant().plus(lasting)));
        return by;
    }
}
