package io.baton.domain.node;

import io.baton.domain.job.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a node tells the others, every heartbeat. */
public record Heartbeat(Incarnation who, Profile profile, Status status) {

    /**
     * What does not change while the node lives.
     *
     * @param slots tasks that run at once, 1..10,000
     * @param targets the names {@code bean.method} that it can run
     * @param version of Baton
     * @param address where its HTTP answers, empty if it has none
     */
    public record Profile(Labels labels, int slots, Set<String> targets, String version, String address) {
        public Profile {
            if (slots < 1 || slots > 10_000) {
                throw new IllegalArgumentException("slots " + slots + " is out of range: 1 to 10000");
            }
            targets = Set.copyOf(targets);
        }
    }

    /**
     * What changes.
     *
     * @param busy slots in use
     * @param queued messages on its queue
     * @param cpu the process's share of all processors, 0..1
     * @param draining whether it takes no more work
     * @param firing whether others may leave due times to it
     * @param startedAt when the node started, by its own clock
     * @param skew how far the database's clock is ahead of the node's, negative if it is behind
     */
    public record Status(
            int busy, int queued, double cpu, boolean draining, boolean firing, Instant startedAt, Duration skew) {}

    /** How busy the node is, 0..1. */
    public double load() {
        return Load.of(status.busy() + status.queued(), profile.slots(), status.cpu());
    }
}
