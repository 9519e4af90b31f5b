package io.baton.resilience.simulation;

import io.baton.application.NodeTimings;
import java.time.Duration;
import java.util.List;

/** A world of one node that does nothing by itself, for the parts of the simulation that stand for adapters. */
final class StillWorld implements AutoCloseable {
    private final Crew crew = new Crew();
    final World world;
    final SimNode node;

    StillWorld() {
        Duration second = Duration.ofSeconds(1);
        NodeTimings timings =
                new NodeTimings(second, second.multipliedBy(3), second.multipliedBy(5), Duration.ofDays(1));
        Plan.Cluster cluster = new Plan.Cluster(1, 1, timings, List.of(0L));
        world = new World(new Plan(1, cluster, List.of(), List.of(), CallFaults.NONE, 0), crew, Choices.NONE);
        node = new SimNode(world, 0, 1);
    }

    @Override
    public void close() {
        world.turns.end();
        crew.close();
    }
}
