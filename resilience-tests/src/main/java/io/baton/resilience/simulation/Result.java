package io.baton.resilience.simulation;

import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What became of a plan.
 *
 * @param struck faults of single calls, by kind
 * @param surprises what the product threw or called an error, with stack traces
 * @param trace of every call and event: two runs of the same plan have the same
 */
record Result(History history, Verdict verdict, Map<String, Integer> struck, List<String> surprises, Trace trace) {

    /** @param calls how many calls of ports @param ended virtual milliseconds */
    record Trace(long hash, int calls, int handOvers, long ended) {}

    boolean holds() {
        return verdict.holds();
    }

    /** The rules that are broken. */
    TreeSet<String> broken() {
        return new TreeSet<>(verdict.byRule().keySet());
    }
}
