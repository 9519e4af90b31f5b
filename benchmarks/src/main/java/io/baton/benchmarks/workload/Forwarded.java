package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.LedgerRows;
import io.baton.benchmarks.contender.OtherNode;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import io.baton.benchmarks.starts.Start;
import io.baton.benchmarks.starts.Starts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * F: every task is fired on one node and sent to the other. What is measured begins at {@code sent_at}, the instant at which the
 * claim is written and after which it is committed and the message pushed, and ends when the task's method begins.
 */
public final class Forwarded implements Workload {
    private static final int AIMED = 1_000;
    private static final String SENT = "SELECT id, sent_at FROM task WHERE sent_at IS NOT NULL AND scheduled_at >= ?"
            + " AND SUBSTRING_INDEX(owner, '/', 1) <> SUBSTRING_INDEX(claimed_by, '/', 1)";

    @Override
    public void play(Round round) {
        Load load = new Load(round.size().of(100, AIMED), round.size().of(5, 60), Kind.SPREAD);
        Room room = round.arena().room("forwarded");
        Measured measured = Measuring.measure(room, new OtherNode(), load, 2, "all sent to the other node");
        round.found().add("F", measured);
        Subject subject = new Subject("F", String.format(Locale.ROOT, "%,d/s evenly spread", load.jobs()), Baton.NAME);
        List<Long> took = took(room, measured.from());
        if (took.size() < measured.expected()) {
            round.found().spoilt(subject, measured.expected() - took.size() + " were not sent to the other node");
        }
        boolean aimed = load.jobs() == AIMED;
        round.found()
                .add(subject.figure(
                        "push → start p50",
                        "ms",
                        Starts.percentile(took, 0.5),
                        Target.atMost(4).when(aimed)));
        round.found()
                .add(subject.figure(
                        "push → start p99",
                        "ms",
                        Starts.percentile(took, 0.99),
                        Target.atMost(20).when(aimed)));
        Lateness.add(round, subject, measured, Target.NONE);
    }

    /** Ms of each task that ran on another node than the one that claimed it, sorted. */
    private static List<Long> took(Room room, long from) {
        Map<String, Long> started = new HashMap<>();
        Start.in(room.folder()).forEach(one -> started.put(one.task(), one.at()));
        return LedgerRows.read(
                room,
                SENT,
                rows -> {
                    List<Long> took = new ArrayList<>();
                    while (rows.next()) {
                        Long at = started.get(rows.getString(1));
                        if (at != null) {
                            took.add(at - rows.getLong(2));
                        }
                    }
                    return took.stream().sorted().toList();
                },
                from);
    }
}
