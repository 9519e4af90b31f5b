package io.baton.application.fire;

import io.baton.application.node.ClusterWatch;
import io.baton.application.node.StoreClock;
import io.baton.domain.job.Job;
import io.baton.domain.job.Spread;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.NodeId;
import io.baton.domain.placement.Rendezvous;
import java.time.Duration;
import java.util.List;

/**
 * Which due times this node fires. Every node has every job armed, and of those that say that they fire a few fire each job:
 * so one that comes or goes leaves no gap, whatever the others know of it by then. What nobody fires is the sweep's.
 */
public final class FiringShare {
    /** 10 s: each node looks for changed jobs every 3 s. Until all have seen a change, each that has seen it fires. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ClusterWatch watch;
    private final StoreClock clock;
    private final int most;

    /** @param most 1 or more; the number of nodes that fire a job */
    public FiringShare(ClusterWatch watch, StoreClock clock, int most) {
        this.watch = watch;
        this.clock = clock;
        this.most = most;
    }

    boolean has(Job job) {
        if (job.placement().spread() == Spread.MASTER) {
            return watch.isMaster();
        }
        return job.revision().effectiveFrom().plus(FRESH).isAfter(clock.now())
                || Rendezvous.among(most, job.key(), watch.self().node(), firing());
    }

    private List<NodeId> firing() {
        return watch.alive().stream()
                .filter(member -> member.beat().status().firing())
                .map(ClusterView.Member::id)
                .toList();
    }
}
