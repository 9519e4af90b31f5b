package io.baton.resilience.simulation;

import io.baton.application.NodeTimings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The small cluster of which every course is explored: two nodes, one job, one or two firings. */
final class SmallScope {
    /** 3.99 s: both nodes have armed the job, and its first due time is 10 ms away. */
    static final long OPENS = 3_990_000;

    private static final long DUE = 4_000;
    private static final NodeTimings TIMINGS =
            new NodeTimings(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofDays(1));

    private SmallScope() {}

    /** One firing, at most once, of a short run; and two that must not overlap, at least once, of runs longer than their interval. */
    static List<Plan> plans() {
        return List.of(plan("allow", "at-most-once", 1), plan("queue", "at-least-once", 2));
    }

    /** Without faults of its own: they are chosen. */
    private static Plan plan(String overlap, String delivery, int firings) {
        String first = World.BEGIN.plusMillis(DUE).toString();
        String end = World.BEGIN.plusMillis(DUE + (firings - 1) * 1_000L + 500).toString();
        Map<String, Object> fields = Map.of(
                "name",
                "G.j0",
                "target",
                "bean.run",
                "schedule",
                Map.of("every", "1s", "from", first, "until", end),
                "overlap",
                overlap,
                "delivery",
                delivery);
        JobPlan job = new JobPlan("G.j0", fields, new JobPlan.Runs(firings == 1 ? 40 : 1_200, 0, true));
        Plan.Cluster cluster = new Plan.Cluster(2, 2, TIMINGS, List.of(0L, 0L));
        return new Plan(firings, cluster, List.of(job), List.of(), CallFaults.NONE, DUE + 12_000);
    }
}
