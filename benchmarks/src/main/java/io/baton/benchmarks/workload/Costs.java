package io.baton.benchmarks.workload;

import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.result.Figure;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import java.util.List;

/** What an execution cost, by the servers' counters and the processes' clocks. */
final class Costs {
    /** Commits a firing under load. */
    static final double COMMITS = 0.1;

    private static final double REDIS_COMMANDS = 5;

    private Costs() {}

    /** @param aimed whether the load is one that the targets are about */
    static List<Figure> of(Subject subject, Measured measured, boolean aimed) {
        boolean ours = aimed && measured.contender().equals(Baton.NAME);
        return List.of(
                subject.figure(
                        "SQL commits an execution",
                        "",
                        measured.cost().commits(),
                        Target.atMost(COMMITS).when(ours)),
                subject.figure(
                        "SQL statements an execution", "", measured.cost().statements()),
                subject.figure(
                        "Redis commands an execution",
                        "",
                        measured.cost().redisCommands(),
                        Target.atMost(REDIS_COMMANDS).when(ours)),
                subject.figure(
                        "processor seconds of the workers, 1,000 executions",
                        "s",
                        measured.cost().processSeconds() * 1_000),
                subject.figure(
                        "processor seconds of the database, 1,000 executions",
                        "s",
                        measured.cost().databaseSeconds() * 1_000));
    }
}
