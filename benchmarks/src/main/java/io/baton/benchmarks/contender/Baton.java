package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.resilience.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;

/** Baton's nodes from the built jar. */
public final class Baton implements Contender {
    public static final String NAME = "baton";

    /** 500 at once: no-op tasks need no processor of their own, and what runs at once is recorded at once. */
    public static final int SLOTS = 500;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String settings() {
        return "-Xmx1g, baton.node.slots=" + SLOTS + ", baton.log.level=warn, the rest as it comes";
    }

    @Override
    public Limits limits() {
        return Limits.NONE;
    }

    @Override
    public Ready ready(Room room, Load load, int workers) {
        Cluster cluster = cluster(room, "-Xmx1g", "--baton.node.slots=" + SLOTS);
        try {
            cluster.startAll(workers);
            return given(cluster, room, load, "");
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Nodes that run get a load. @param labels that its jobs ask for */
    public static Ready given(Cluster cluster, Room room, Load load, String labels) {
        long due = Nodes.firstDue(load.jobs());
        JobRows.insert(room, load, due, labels);
        return new Nodes(cluster, due);
    }

    /** Nodes that run and have their jobs already. */
    public static Ready working(Cluster cluster) {
        return new Nodes(cluster, System.currentTimeMillis());
    }

    /** A cluster of which no node runs yet; its nodes find the tasks of a measurement. */
    public static Cluster cluster(Room room, String heap, String... settings) {
        TaskPack.into(room.folder());
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--baton.log.level=warn");
        return new Cluster(room.servers(), room.folder(), all).jvm(List.of(heap));
    }
}
