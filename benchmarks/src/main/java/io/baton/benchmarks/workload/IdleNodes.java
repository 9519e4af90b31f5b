package io.baton.benchmarks.workload;

import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.node.Idle;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Target;

/** H: what nodes cost that wait, {@code java -jar} without flags. */
public final class IdleNodes implements Workload {
    @Override
    public void play(Round round) {
        try {
            Idle.Shares shares =
                    Idle.measured(round.arena().room("idle"), round.size().of(5, 60));
            add(round, "master, alone", shares.master(), 6);
            add(round, "slave beside it", shares.slave(), 3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void add(Round round, String node, Idle.Share share, double redisCommands) {
        Subject subject = new Subject("H", node, Baton.NAME);
        round.found().add(subject.figure("Redis commands", "1/s", share.redisCommands(), Target.atMost(redisCommands)));
        round.found().add(subject.figure("SQL statements", "1/s", share.statements()));
        round.found().add(subject.figure("SQL commits", "1/s", share.commits()));
        round.found().add(subject.figure("of a processor", "%", share.processorPercent(), Target.atMost(0.5)));
        round.found().add(subject.figure("resident", "MiB", share.mib(), Target.atMost(150)));
    }
}
