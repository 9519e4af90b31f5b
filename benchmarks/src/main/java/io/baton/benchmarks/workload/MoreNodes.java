package io.baton.benchmarks.workload;

import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import java.util.List;
import java.util.Locale;

/** G: one burst, too large for the machine, on 1, 2, 4 and 8 nodes; what a firing costs must not grow with them. */
public final class MoreNodes implements Workload {
    private static final int MOST = 8;
    private static final double REDIS_COMMANDS = 6;

    @Override
    public void play(Round round) {
        Load load = new Load(round.size().of(2_000, 20_000), 0);
        for (int nodes : round.size().of(List.of(1, 3), List.of(1, 2, 4, MOST))) {
            Measured measured =
                    Measuring.measure(round.arena().room("nodes-" + nodes), new Baton(), load, nodes, "saturated");
            round.found().add("G", measured);
            boolean aimed = nodes == MOST;
            Subject subject = new Subject(
                    "G", String.format(Locale.ROOT, "%d nodes, burst of %,d", nodes, load.jobs()), Baton.NAME);
            round.found()
                    .add(List.of(
                            subject.figure("executions a second", "1/s", measured.rate()),
                            subject.figure(
                                    "SQL commits an execution",
                                    "",
                                    measured.cost().commits(),
                                    Target.atMost(Costs.COMMITS).when(aimed)),
                            subject.figure(
                                    "Redis commands an execution",
                                    "",
                                    measured.cost().redisCommands(),
                                    Target.atMost(REDIS_COMMANDS).when(aimed))));
        }
    }
}
