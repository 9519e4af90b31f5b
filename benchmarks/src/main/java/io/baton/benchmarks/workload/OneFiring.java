package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.Contender.Recorded;
import io.baton.benchmarks.contender.JobRows;
import io.baton.benchmarks.contender.LedgerRows;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Target;
import io.baton.benchmarks.starts.Starts;
import io.baton.resilience.cluster.Cluster;
import java.util.List;

/**
 * D: what one firing costs that is alone: a job every second on a cluster of two that has nothing else to do. What the
 * waiting nodes cost is measured before, for as long, and subtracted: in few seconds that is more noise than figure.
 */
public final class OneFiring implements Workload {
    @Override
    public void play(Round round) {
        int firings = round.size().of(10, 60);
        Room room = round.arena().room("one-firing");
        Subject subject = new Subject("D", "one firing alone, 2 nodes", Baton.NAME);
        try (Cluster cluster = Baton.cluster(room, "-Xmx512m")) {
            cluster.startAll(2);
            Waiting.pause(5_000); // the nodes have seen each other
            Cost waiting = over(room, firings);
            long due = (System.currentTimeMillis() / 1000 + 10) * 1000;
            JobRows.insert(room, new Load(1, firings), due, "");
            Waiting.forInstant(due - 1_000);
            Cost working = over(room, firings);
            long end = due + firings * 1000L;
            Waiting.within(10, 200, () -> LedgerRows.recorded(room, due, end).succeeded() >= firings);
            Starts starts = Starts.in(room.folder(), due, end);
            Recorded recorded = LedgerRows.recorded(room, due, end);
            if (starts.all() != firings || recorded.all() != firings || recorded.succeeded() != firings) {
                round.found()
                        .spoilt(
                                subject,
                                starts.all() + " starts and " + recorded.succeeded() + " successes of " + recorded.all()
                                        + " rows, " + firings + " were due");
            }
            Cost each = working.less(waiting);
            round.found()
                    .add(List.of(
                            subject.figure("SQL commits", "", each.commits(), Target.atMost(3)),
                            subject.figure("SQL statements", "", each.statements()),
                            subject.figure("Redis commands", "", each.redisCommands()),
                            subject.figure("lateness p50", "ms", starts.percentile(0.5))));
        }
    }

    /** What is done in the time of so many firings, with a second before and one behind, for each. */
    private static Cost over(Room room, int firings) {
        Cost before = Cost.now(room, List.of());
        Waiting.pause((firings + 2) * 1000L);
        return Cost.now(room, List.of()).since(before, firings);
    }
}
