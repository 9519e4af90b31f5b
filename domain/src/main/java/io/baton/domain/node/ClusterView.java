package io.baton.domain.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cluster as the registry knows it.
 *
 * @param now the registry's clock, which judges who is silent
 * @param nodes one element a node id, sorted by it
 * @param master who holds the master lease
 * @param drainWanted nodes that an operator asked to drain
 */
public record ClusterView(Instant now, List<Member> nodes, Optional<Incarnation> master, Set<NodeId> drainWanted) {
    public static final ClusterView EMPTY = new ClusterView(Instant.EPOCH, List.of(), Optional.empty(), Set.of());

    public ClusterView {
        nodes = List.copyOf(nodes);
        drainWanted = Set.copyOf(drainWanted);
    }

    /**
     * A registered node.
     *
     * @param beat its latest heartbeat
     * @param beatAt when that arrived, by the registry's clock
     */
    public record Member(Heartbeat beat, Instant beatAt) {
        public Incarnation who() {
            return beat.who();
        }

        public NodeId id() {
            return beat.who().node();
        }
    }

    /** The nodes whose heartbeat is not older than the timeout. */
    public List<Member> alive(Duration timeout) {
        return nodes.stream()
                .filter(m -> !m.beatAt().plus(timeout).isBefore(now))
                .toList();
    }

    /** The registered node of that id. */
    public Optional<Member> find(NodeId id) {
        return nodes.stream().filter(m -> m.id().equals(id)).findFirst();
    }
}
