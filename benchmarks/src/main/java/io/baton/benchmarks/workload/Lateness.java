package io.baton.benchmarks.workload;

import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import io.baton.benchmarks.starts.Starts;

/** How late a load's tasks started. */
final class Lateness {
    private Lateness() {}

    static void add(Round round, Subject subject, Measured measured, Target p99) {
        Starts starts = measured.starts();
        round.found().add(subject.figure("lateness p50", "ms", starts.percentile(0.5)));
        round.found().add(subject.figure("lateness p95", "ms", starts.percentile(0.95)));
        round.found().add(subject.figure("lateness p99", "ms", starts.percentile(0.99), p99));
        round.found().add(subject.figure("lateness, most", "ms", starts.percentile(1)));
    }
}
