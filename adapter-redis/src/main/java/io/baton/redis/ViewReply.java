package io.baton.redis;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reply of {@code beat.lua}, whose header names its elements. */
record ViewReply(List<Object> elements) {
    private static final int FIRST_NODE = 5;

    /** The number of the incarnation that holds the node id; empty if the beat was taken, or none was sent. */
    Optional<String> holder() {
        return Optional.of(elements.get(0).toString()).filter(number -> !number.isEmpty());
    }

    /** Whether the server counts a subscriber of the sender's presence channel. */
    boolean subscribed() {
        return (Long) elements.get(2) > 0;
    }

    ClusterView view() {
        Instant now = Instant.ofEpochMilli((Long) elements.get(1));
        List<ClusterView.Member> nodes = new ArrayList<>();
        for (int i = FIRST_NODE; i + 1 < elements.size(); i += 2) {
            Instant beatAt = Instant.ofEpochMilli(
                    (long) Double.parseDouble(elements.get(i + 1).toString()));
            HeartbeatCodec.read(elements.get(i).toString())
                    .ifPresent(beat -> nodes.add(new ClusterView.Member(beat, beatAt)));
        }
        nodes.sort(Comparator.comparing(ClusterView.Member::id));
        return new ClusterView(now, nodes, master(), drainWanted());
    }

    private Optional<Incarnation> master() {
        try {
            return Optional.of(elements.get(3).toString())
                    .filter(text -> !text.isEmpty())
                    .map(Incarnation::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a claim says what is wrong with the key
        }
    }

    private Set<NodeId> drainWanted() {
        return ((List<?>) elements.get(4))
                .stream().map(node -> new NodeId(node.toString())).collect(Collectors.toUnmodifiableSet());
    }
}
