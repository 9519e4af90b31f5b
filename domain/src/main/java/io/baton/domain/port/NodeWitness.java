package io.baton.domain.port;

import io.baton.domain.node.Incarnation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The database's word on which nodes live: the second witness beside the registry.
 *
 * <ol>
 *   <li>W1 Enrolling is refused while another incarnation of the same node id is present, or was seen within the
 *       timeout; else it replaces it.
 *   <li>W2 {@code seen} brings the incarnation's last-seen to the store's now and returns it.
 *   <li>W3 Presence ends with the process's connection to the store, within seconds, without anybody's doing; it comes
 *       back by {@code seen}.
 *   <li>W4 A store that only one process can open knows that every other incarnation is gone.
 *   <li>W5 A retired incarnation is neither sighted nor present.
 * </ol>
 */
public interface NodeWitness {
    /** @return the incarnation that holds the node id; empty if this one does now */
    Optional<Incarnation> enrol(Incarnation who, java.time.Duration timeout);

    /** Says that this incarnation lives. */
    Seen seen(Incarnation who);

    Sightings sightings();

    /** Forgets an incarnation: one's own at the end, or one that is dead. */
    void retire(Incarnation who);

    /** @param present whether this node's presence stands */
    record Seen(Instant now, boolean present) {}

    /** @param now the store's clock */
    record Sightings(Instant now, List<Sighting> all) {
        public Sightings {
            all = List.copyOf(all);
        }
    }

    record Sighting(Incarnation who, Instant lastSeen, boolean present) {}
}
