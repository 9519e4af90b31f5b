package io.baton.resilience.simulation;

import io.baton.application.NodeTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a seed holds, before it runs.
 *
 * @param seed of all chance while it runs
 * @param nodes how many
 * @param faultsUntil virtual milliseconds; no fault begins or lasts beyond, no job is due beyond
 */
record Plan(long seed, Cluster nodes, List<JobPlan> jobs, List<Fault> faults, CallFaults calls, long faultsUntil) {

    /** @param skew of each node's clock, ms */
    record Cluster(int count, int slots, NodeTimings timings, List<Long> skew) {}

    Plan {
        jobs = List.copyOf(jobs);
        faults = List.copyOf(faults);
    }

    /** Whether nothing at all goes wrong. */
    boolean calm() {
        return faults.isEmpty() && calls.equals(CallFaults.NONE);
    }

    /** How many nodes fire a job: one, two, or all that there are. */
    int firingNodes() {
        return 1 + (int) (seed % 3);
    }

    int parts() {
        return faults.size() + jobs.size() + 6 + nodes.count();
    }

    Plan withoutFault(int index) {
        return new Plan(seed, nodes, jobs, without(faults, index), calls, faultsUntil);
    }

    Plan withoutJob(int index) {
        return new Plan(seed, nodes, without(jobs, index), faults, calls, faultsUntil);
    }

    Plan withoutCallFault(int which) {
        return new Plan(seed, nodes, jobs, faults, calls.without(which), faultsUntil);
    }

    /** Without the last node, and what would strike it. */
    Plan withoutNode() {
        int left = nodes.count() - 1;
        Cluster fewer = new Cluster(left, nodes.slots(), nodes.timings(), nodes.skew());
        return new Plan(
                seed, fewer, jobs, faults.stream().filter(f -> f.node() < left).toList(), calls, faultsUntil);
    }

    private static <T> List<T> without(List<T> all, int index) {
        return new ArrayList<>(IntStream.range(0, all.size())
                .filter(i -> i != index)
                .mapToObj(all::get)
                .toList());
    }
}
