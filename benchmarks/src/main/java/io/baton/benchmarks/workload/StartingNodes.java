package io.baton.benchmarks.workload;

import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.node.StartUp;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Target;

/** E: from the start of a process to its ready line, {@code java -jar} without flags. */
public final class StartingNodes implements Workload {
    @Override
    public void play(Round round) {
        StartUp.Took took =
                StartUp.measured(round.arena().room("start-up"), round.size().of(1, 3));
        Subject alone = new Subject("E", "standalone, new database", Baton.NAME);
        took.alone().forEach(ms -> round.found().add(alone.figure("ready after", "s", ms / 1000.0, Target.atMost(2))));
        Subject member = new Subject("E", "member of a cluster", Baton.NAME);
        took.member()
                .forEach(ms -> round.found().add(member.figure("ready after", "s", ms / 1000.0, Target.atMost(3))));
    }
}
