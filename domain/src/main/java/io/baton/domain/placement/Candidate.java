package io.baton.domain.placement;

import io.baton.domain.job.Labels;
import io.baton.domain.node.Incarnation;
import java.util.Set;

/**
 * A node that a task might go to.
 *
 * @param load 0..1, with what was placed on it since its last heartbeat counted in
 * @param freeSlots slots that seem free, ≥ 0
 * @param targets the names {@code bean.method} that it can run
 */
public record Candidate(Incarnation who, double load, int freeSlots, Labels labels, Set<String> targets) {
    /** Whether the node has what the task asks for. */
    boolean suits(PlacementRequest request) {
        return targets.contains(request.target()) && labels.satisfy(request.labels());
    }
}
