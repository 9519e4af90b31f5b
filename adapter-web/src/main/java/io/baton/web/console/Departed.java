package io.baton.web.console;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes that were there in the last hour and are no longer: the registry forgets a dead node within seconds, people do not.
 * In this node's memory alone, so that it begins anew when the node does; at most {@value #MOST} nodes. Safe for any thread.
 */
public final class Departed {
    /** 1 h, as long as the history of the load. */
    static final Duration KEPT = Duration.ofHours(1);

    static final int MOST = 200;

    // guarded by this
    private final Map<NodeId, Gone> nodes = new LinkedHashMap<>();
    private Instant latest = ClusterView.EMPTY.now();

    /**
     * A node that was there.
     *
     * @param member as it was last seen
     * @param since when it was first missed, by the registry's clock; empty = it is there
     */
    record Gone(Member member, Optional<Instant> since) {
        /** Whether it was seen to end in order: then nobody need worry. */
        boolean inOrder() {
            return member.beat().status().draining();
        }
    }

    /** Looks who is there; a view that is no newer than the last one changes nothing. */
    public synchronized void look(ClusterView view) {
        if (!view.now().isAfter(latest)) {
            return;
        }
        latest = view.now();
        nodes.replaceAll((id, node) -> new Gone(node.member(), node.since().or(() -> Optional.of(view.now()))));
        view.nodes().forEach(member -> nodes.put(member.id(), new Gone(member, Optional.empty())));
        Instant oldest = view.now().minus(KEPT);
        nodes.values().removeIf(node -> node.since().filter(oldest::isAfter).isPresent());
        nodes.keySet().stream().limit(Math.max(0, nodes.size() - MOST)).toList().forEach(nodes::remove);
    }

    /** Those that are no longer there, the latest to go first. */
    synchronized List<Gone> gone() {
        return nodes.values().stream()
                .filter(node -> node.since().isPresent())
                .sorted(Comparator.comparing((Gone node) -> node.since().orElseThrow())
                        .reversed()
                        .thenComparing(node -> node.member().id()))
                .toList();
    }
}
