package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.NodeProcess;
import java.util.Map;

/**
 * Two nodes of Baton of which one fires all and the other runs all: only the second has the label that the jobs ask for, and its
 * clock is five seconds off, so that it claims nothing; what it runs is judged by the database's clock. The first has one slot,
 * which is taken, so that it steals nothing back.
 */
public final class OtherNode implements Contender {
    private static final String FRONT = "side=a";
    private static final String LABEL = "side=b";

    @Override
    public String name() {
        return Baton.NAME;
    }

    @Override
    public String settings() {
        return new Baton().settings();
    }

    @Override
    public Limits limits() {
        return Limits.NONE;
    }

    /** @param workers 2 */
    @Override
    public Ready ready(Room room, Load load, int workers) {
        if (workers != 2) {
            throw new IllegalArgumentException(workers + " workers: one fires and one runs");
        }
        Cluster cluster = Baton.cluster(room, "-Xmx1g");
        try {
            NodeProcess front = cluster.start("node-1", "--baton.node.slots=1", "--baton.node.labels=" + FRONT)
                    .awaitReady();
            TakenSlots.take(room, front, FRONT, 1);
            Map<String, String> properties = Map.of(
                    "faulty.clock",
                    "PT5S",
                    "baton.node.labels",
                    LABEL,
                    "baton.node.slots",
                    Integer.toString(Baton.SLOTS));
            cluster.startFaulty("node-2", properties).awaitReady();
            return Baton.given(cluster, room, load, LABEL);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }
}
