package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.PeerContender;
import io.baton.benchmarks.result.Figure.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** C: a node with twenty running tasks dies; when do others have them? */
public final class TakeOver implements Workload {
    /** Twice the longest that is promised. */
    private static final long PATIENCE = 90;
    /** 20 ms between two looks at the ledger. */
    private static final long STEP = 20;

    @Override
    public void play(Round round) {
        List<Death> deaths = round.size().of(List.of(Death.KILLED), List.of(Death.values()));
        for (Contender contender : round.contenders()) {
            if (contender instanceof PeerContender peer) {
                PeerTakeOver.play(round, peer);
            } else {
                deaths.forEach(death -> play(round, death));
            }
        }
    }

    private static void play(Round round, Death death) {
        String room = "take-over-" + death.name().toLowerCase(Locale.ROOT);
        Subject subject = new Subject("C", death.words(), Baton.NAME);
        try (Doomed doomed = Doomed.ready(round.arena().room(room), death)) {
            Set<String> began = new HashSet<>(doomed.began());
            long since = doomed.die(death);
            double queued = after(since, "queued tasks have another node", () -> doomed.held("QUEUED") == 0);
            double running = after(since, "running tasks are taken over", () -> doomed.held("RUNNING") == 0);
            Waiting.until(
                    "all run again", PATIENCE, 100, () -> doomed.restarts().size() == Doomed.RUNNING + Doomed.WAITING);
            Map<String, Long> restarts = doomed.restarts();
            String blame = doomed.settled();
            if (!blame.isEmpty()) {
                round.found().spoilt(subject, blame);
            }
            round.found().add(subject.figure("queued tasks have another node after", "s", queued, death.queued()));
            round.found().add(subject.figure("queued tasks run after", "s", last(restarts, began, false, since)));
            round.found().add(subject.figure("running tasks are taken over after", "s", running));
            round.found()
                    .add(subject.figure(
                            "running tasks run again after", "s", last(restarts, began, true, since), death.running()));
        }
    }

    private static double after(long since, String what, BooleanSupplier so) {
        Waiting.until(what, PATIENCE, STEP, so);
        return (System.currentTimeMillis() - since) / 1000.0;
    }

    /** Seconds until the last of those that had begun on the dead node, or of the others, began anew. */
    private static double last(Map<String, Long> restarts, Set<String> began, boolean those, long since) {
        return restarts.entrySet().stream()
                                .filter(one -> began.contains(one.getKey()) == those)
                                .mapToLong(Map.Entry::getValue)
                                .max()
                                .orElse(since)
                        / 1000.0
                - since / 1000.0;
    }
}
