package io.baton.domain.placement;

import io.baton.domain.job.Labels;
import io.baton.domain.node.Incarnation;
import java.util.Comparator;
import java.util.Set;

/**
 * A node that a task might go to.
 *
 * @param load 0..1, with what was placed on it since its last heartbeat counted in
 * @param backlog what runs or waits there by slot, ≥ 0 and not clipped: tells nodes apart that are all full
 * @param freeSlots slots that seem free, ≥ 0
 * @param room whether its queue seems to hold one message more
 * @param targets the names {@code bean.method} that it can run
 */
public record Candidate(
        Incarnation who, double load, double backlog, int freeSlots, boolean room, Labels labels, Set<String> targets) {
    /**
     * Those whose queues have room first; of these the least loaded; of those as loaded, which means full, the one with less
     * waiting; then the smaller node id.
     */
    public static final Comparator<Candidate> LEAST_LOADED = Comparator.comparing((Candidate c) -> !c.room())
            .thenComparingDouble(Candidate::load)
            .thenComparingDouble(Candidate::backlog)
            .thenComparing(c -> c.who().node());

    /** Whether the node has what the task asks for. */
    boolean suits(PlacementRequest request) {
        return targets.contains(request.target()) && labels.satisfy(request.labels());
    }
}
