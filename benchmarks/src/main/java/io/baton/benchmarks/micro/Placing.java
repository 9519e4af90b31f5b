package io.baton.benchmarks.micro;

import io.baton.domain.job.Labels;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.placement.Candidate;
import io.baton.domain.placement.Decision;
import io.baton.domain.placement.PlacementPolicy;
import io.baton.domain.placement.PlacementRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A busy master looks at all other nodes for each firing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class Placing {
    private static final PlacementRequest REQUEST = new PlacementRequest("demoTask.greet", Labels.NONE, false);

    @Param({"3", "50", "500"})
    private int nodes;

    private final PlacementPolicy policy = new PlacementPolicy(0.8);
    private PlacementPolicy.Self self = new PlacementPolicy.Self(node(0, 0.9), true, false);
    private List<Candidate> others = List.of();

    @Setup
    public void fill() {
        self = new PlacementPolicy.Self(node(0, 0.9), true, false);
        others = IntStream.range(1, nodes)
                .mapToObj(n -> node(n, 0.1 + 0.8 * (n * 37 % nodes) / nodes))
                .toList();
    }

    private static Candidate node(int number, double load) {
        return new Candidate(
                new Incarnation(new NodeId("node-" + number), "i"),
                load,
                load,
                4,
                true,
                Labels.NONE,
                Set.of("demoTask.greet", "demoTask.sleep", "demoTask.fail"));
    }

    @Benchmark
    public Decision decision() {
        return policy.decide(REQUEST, self, others);
    }
}
