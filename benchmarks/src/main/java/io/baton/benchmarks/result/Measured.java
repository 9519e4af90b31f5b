package io.baton.benchmarks.result;

import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.contender.Contender.Recorded;
import io.baton.benchmarks.starts.Starts;
import java.util.Locale;
import java.util.Optional;

/**
 * One measurement.
 *
 * @param from since when tasks could run, epoch millis
 * @param expected how many executions there were to be
 * @param cost of one execution
 * @param recorded what the contender's own record has; empty if it keeps none
 */
public record Measured(
        String contender,
        String workload,
        long from,
        long expected,
        Starts starts,
        Cost cost,
        Optional<Recorded> recorded) {
    /** Why it does not count; empty if it does. */
    public String blame() {
        if (starts.distinct() < expected) {
            return (expected - starts.distinct()) + " lost";
        }
        if (starts.all() > starts.distinct()) {
            return (starts.all() - starts.distinct()) + " twice";
        }
        return recorded.filter(record -> record.all() != expected || record.succeeded() != expected)
                .map(record -> "its record has " + record.all() + " rows, " + record.succeeded() + " succeeded")
                .orElse("");
    }

    /** The same, but that tasks could run only since that instant, epoch millis. */
    public Measured since(long instant) {
        return new Measured(contender, workload, instant, expected, starts, cost, recorded);
    }

    /** Executions a second, up to the last start. */
    public double rate() {
        return starts.all() * 1000.0 / Math.max(1, starts.last() - from);
    }

    public String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %d / %d / %d / %d | %.3f | %.2f | %.2f | %.2f + %.2f | %s |",
                workload,
                contender,
                rate(),
                starts.percentile(0.5),
                starts.percentile(0.95),
                starts.percentile(0.99),
                starts.percentile(1),
                cost.commits(),
                cost.statements(),
                cost.redisCommands(),
                cost.processSeconds() * 1000,
                cost.databaseSeconds() * 1000,
                blame().isEmpty() ? "each once" : "VOID: " + blame());
    }
}
