package io.baton.resilience.simulation;

import java.util.Map;

/** Plans and sums for people. */
final class Words {
    private Words() {}

    static String of(Plan plan) {
        StringBuilder text =
                new StringBuilder("seed " + plan.seed() + ": " + plan.nodes().count() + " nodes of "
                        + plan.nodes().slots() + " slots, " + plan.nodes().timings() + ", clocks off by "
                        + plan.nodes().skew() + " ms, faults until " + plan.faultsUntil() + " ms");
        plan.jobs()
                .forEach(job ->
                        text.append("\n  ").append(job.fields()).append(' ').append(job.runs()));
        plan.faults().forEach(fault -> text.append("\n  ").append(fault));
        return text.append("\n  ").append(plan.calls()).toString();
    }

    static String of(Seeds.Sum sum, long millis) {
        StringBuilder text = new StringBuilder(sum.seeds + " seeds in " + millis / 1000.0 + " s: " + sum.calls
                + " calls of ports, " + sum.handOvers + " hand-overs, " + sum.begun + " runs of tasks, "
                + sum.virtualMillis / 1000 + " s of virtual time; " + sum.failures.size() + " failed");
        text.append("\n  tasks ended:");
        append(text, sum.outcomes);
        text.append("\n  faults:");
        append(text, sum.faults);
        return text.toString();
    }

    static String of(Exploration.Found found, Course.Bounds bounds, long millis) {
        StringBuilder text = new StringBuilder((found.complete ? "all courses" : "the first courses") + " of "
                + bounds.depth() + " points of choice with at most "
                + bounds.most().faults() + " faults and " + bounds.most().turns()
                + " turns out of order, in " + millis / 1000.0
                + " s: " + found.runs + " runs, of which " + found.judged + " came to states of their own; "
                + found.states
                + " states, " + found.levels + " levels, " + found.calls + " calls of ports; " + found.failures.size()
                + " failed");
        text.append("\n  faults:");
        append(text, found.struck);
        return text.toString();
    }

    private static void append(StringBuilder text, Map<String, Integer> counts) {
        counts.forEach(
                (name, count) -> text.append(' ').append(name).append('=').append(count));
    }
}
