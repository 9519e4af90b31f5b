package io.baton.memory;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.MasterLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The table of nodes of a {@link MemoryCluster}, guarded by itself. */
final class MemoryNodes {
    private final Clock clock;
    private final MasterLease lease;
    private final Map<NodeId, Member> members = new TreeMap<>();
    private final Set<NodeId> drainWanted = new TreeSet<>();
    private final Map<Incarnation, MemoryLink> links = new TreeMap<>(MemoryOrder.OF_INCARNATIONS);

    MemoryNodes(Clock clock, MasterLease lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * A beat that lies further ahead than the timeout says nothing: the clock was set back since.
     *
     * @return the live holder for which the beat is refused, empty if it was taken
     */
    synchronized Optional<Incarnation> beat(Heartbeat beat, Duration timeout, MemoryLink link) {
        Instant now = clock.instant();
        Member holder = members.get(beat.who().node());
        if (holder != null
                && !holder.who().equals(beat.who())
                && Duration.between(holder.beatAt(), now).abs().compareTo(timeout) < 0) {
            return Optional.of(holder.who());
        }
        members.put(beat.who().node(), new Member(beat, now));
        links.put(beat.who(), link);
        return Optional.empty();
    }

    synchronized ClusterView view() {
        return new ClusterView(clock.instant(), List.copyOf(members.values()), lease.holder(), drainWanted);
    }

    synchronized Set<Incarnation> present() {
        return MemoryOrder.kept(links.entrySet().stream()
                .filter(entry -> entry.getValue().isUp())
                .map(Map.Entry::getKey));
    }

    synchronized void leave(Incarnation who) {
        remove(who);
        links.remove(who);
    }

    /** Forgets the link of the dead too, unless it stands: it would be remembered for ever. */
    synchronized void evict(Incarnation dead) {
        remove(dead);
        links.computeIfPresent(dead, (who, link) -> link.isUp() ? link : null);
    }

    private void remove(Incarnation who) {
        members.computeIfPresent(who.node(), (id, member) -> member.who().equals(who) ? null : member);
    }

    synchronized void wantDrain(NodeId node, boolean wanted) {
        if (wanted) {
            drainWanted.add(node);
        } else {
            drainWanted.remove(node);
        }
    }
}
