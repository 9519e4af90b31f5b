package io.baton.application.node;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How loaded each node was in the last hour, as heartbeats told this node; in its memory alone, so that it begins anew when
 * the node does. Bounded: at most {@value #MOST_NODES} nodes, a sample a minute. Safe for any thread.
 */
public final class LoadHistory {
    /** 60 samples: an hour. */
    public static final int KEPT = 60;

    private static final int MOST_NODES = 200;

    private final Map<NodeId, Deque<Sample>> samples = new HashMap<>(); // guarded by this

    /**
     * A minute of a node.
     *
     * @param minute its beginning, by the registry's clock
     * @param load the highest that was told in it, 0..1
     */
    public record Sample(Instant minute, double load) {}

    /** Notes what a view tells of its nodes. @param timeout a node that is silent for longer tells nothing */
    synchronized void see(ClusterView view, Duration timeout) {
        Instant minute = view.now().truncatedTo(ChronoUnit.MINUTES);
        view.alive(timeout).forEach(member -> note(member, minute));
        Instant oldest = minute.minus(Duration.ofMinutes(KEPT - 1L));
        samples.values().forEach(kept -> kept.removeIf(sample -> sample.minute().isBefore(oldest)));
        samples.values().removeIf(Deque::isEmpty);
    }

    private void note(ClusterView.Member member, Instant minute) {
        if (samples.size() >= MOST_NODES && !samples.containsKey(member.id())) {
            return;
        }
        Deque<Sample> kept = samples.computeIfAbsent(member.id(), id -> new ArrayDeque<>());
        double load = member.beat().load();
        Sample latest = kept.peekLast();
        if (latest == null || latest.minute().isBefore(minute)) {
            kept.addLast(new Sample(minute, load));
        } else if (latest.minute().equals(minute) && latest.load() < load) {
            kept.removeLast();
            kept.addLast(new Sample(minute, load));
        }
    }

    /** Of a node, the oldest first, at most {@value #KEPT}; a minute in which it told nothing is left out. */
    public synchronized List<Sample> of(NodeId node) {
        return List.copyOf(samples.getOrDefault(node, new ArrayDeque<>()));
    }
}
