package io.baton.memory;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.NodeRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One client's door to the table of nodes: what it beats for is present while its link is up. */
final class MemoryNodeRegistry implements NodeRegistry {
    private final MemoryNodes nodes;
    private final MemoryLink link;

    MemoryNodeRegistry(MemoryNodes nodes, MemoryLink link) {
        this.nodes = nodes;
        this.link = link;
    }

    @Override
    public BeatReply beat(Heartbeat beat, Duration timeout) {
        link.speak();
        Optional<Incarnation> refusedFor = nodes.beat(beat, timeout, link);
        return new BeatReply(nodes.view(), refusedFor);
    }

    @Override
    public ClusterView view() {
        return nodes.view();
    }

    @Override
    public Set<Incarnation> present() {
        return nodes.present();
    }

    @Override
    public void leave(Incarnation who) {
        nodes.leave(who);
    }

    @Override
    public void evict(Incarnation dead) {
        nodes.evict(dead);
    }

    @Override
    public void wantDrain(NodeId node, boolean wanted) {
        nodes.wantDrain(node, wanted);
    }
}
