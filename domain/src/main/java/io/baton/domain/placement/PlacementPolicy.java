package io.baton.domain.placement;

import java.util.List;
import java.util.Optional;

/**
 * Decides where a task runs.
 *
 * <p>On the master: load below the threshold → here; at or above it → the least loaded other node, if that one is less
 * loaded. On a slave: a free slot → here; none → the least loaded other node, if that one is less loaded. A node whose
 * own queue is full sends to one whose queue is not, as loaded as that may be. With threshold
 * 0.8, a master of load 0.9 and others of 0.5 and 0.3: sent to the one of 0.3. Of nodes that are full the one with
 * less waiting is taken; ties go to the smaller node id, so that the decision is a function of its arguments.
 */
public final class PlacementPolicy {
    private final double threshold;

    /** @param threshold 0..1; the load from which on the master sends tasks away */
    public PlacementPolicy(double threshold) {
        if (!(threshold >= 0.0 && threshold <= 1.0)) {
            throw new IllegalArgumentException("load threshold " + threshold + " is out of range: 0 to 1");
        }
        this.threshold = threshold;
    }

    /**
     * @param self this node; its load is what decides on the master, its free slots on a slave
     * @param others the other live nodes that are not draining
     */
    public Decision decide(PlacementRequest request, Self self, List<Candidate> others) {
        boolean suits = !self.draining() && self.node().suits(request);
        if (request.bound()) {
            return suits
                    ? hereOrQueued(self, "bound to this node")
                    : new Decision.Nowhere("bound to a node without it");
        }
        if (suits && wantsItself(self)) {
            return hereOrQueued(self, self.master() ? "master below the threshold" : "slave with a free slot");
        }
        Optional<Candidate> best = others.stream().filter(c -> c.suits(request)).min(Candidate.LEAST_LOADED);
        if (best.isPresent() && (!suits || takesMoreThan(self.node(), best.get()))) {
            return new Decision.Sent(best.get().who(), why(suits, self));
        }
        return suits
                ? hereOrQueued(self, "no other node is less loaded")
                : new Decision.Nowhere("no live node has " + request.target() + labels(request));
    }

    /**
     * This node.
     *
     * @param master whether it holds the master lease
     * @param draining whether it takes no more work
     */
    public record Self(Candidate node, boolean master, boolean draining) {}

    private boolean wantsItself(Self self) {
        return self.master() ? self.node().load() < threshold : self.node().freeSlots() > 0;
    }

    private static boolean takesMoreThan(Candidate self, Candidate other) {
        return other.room() == self.room() ? other.load() < self.load() : other.room() && self.freeSlots() == 0;
    }

    private static Decision hereOrQueued(Self self, String because) {
        return self.node().freeSlots() > 0 ? new Decision.Here(because) : new Decision.QueuedHere(because);
    }

    private static String why(boolean suits, Self self) {
        if (!suits) {
            return self.draining() ? "this node drains" : "this node lacks it";
        }
        return self.master() ? "master at or above the threshold" : "slave without a free slot";
    }

    private static String labels(PlacementRequest request) {
        return request.labels().values().isEmpty() ? "" : " with labels " + request.labels();
    }
}
