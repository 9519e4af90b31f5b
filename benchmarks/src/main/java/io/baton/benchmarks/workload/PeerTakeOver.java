package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.Contender.Ready;
import io.baton.benchmarks.contender.PeerContender;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.starts.Start;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two workers of a peer with twenty tasks between them; the one that has more is killed. */
final class PeerTakeOver {
    private static final int TASKS = 20;
    /** 3 min: what takes longer is told from what is known. */
    private static final long PATIENCE = 180;

    private PeerTakeOver() {}

    static void play(Round round, PeerContender peer) {
        round.found().mark("C " + peer.name() + ": " + peer.known());
        if (peer.takeOver().isEmpty()) {
            return;
        }
        Room room = round.arena().room("take-over-" + peer.name());
        Subject subject = new Subject("C", "kill -9, " + peer.takeOver(), peer.name());
        try (Ready ready = peer.ready(room, new Load(TASKS, 0, Kind.STAYING), 2)) {
            ready.go();
            Waiting.until(
                    "all tasks run", 60, 100, () -> Start.in(room.folder()).size() >= TASKS);
            Map<Long, Set<String>> before = byProcess(room);
            long victim = before.entrySet().stream()
                    .max(Comparator.comparingInt(one -> one.getValue().size()))
                    .orElseThrow()
                    .getKey();
            Set<String> lost = before.getOrDefault(victim, Set.of());
            long since = System.currentTimeMillis();
            ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
            boolean all = Waiting.within(
                    PATIENCE, 100, () -> again(room, victim, lost, since).size() >= lost.size());
            List<Start> again = again(room, victim, lost, since);
            if (!all) {
                round.found().spoilt(subject, lost.size() - again.size() + " not again within " + PATIENCE + " s");
            }
            long last = again.stream().mapToLong(Start::at).max().orElse(since) - since;
            round.found().add(subject.figure("running tasks run again after", "s", last / 1000.0));
        }
    }

    private static Map<Long, Set<String>> byProcess(Room room) {
        return Start.in(room.folder()).stream()
                .collect(Collectors.groupingBy(Start::process, Collectors.mapping(Start::task, Collectors.toSet())));
    }

    /** The first starts anew of what the dead worker had, elsewhere. */
    private static List<Start> again(Room room, long victim, Set<String> lost, long since) {
        return List.copyOf(Start.in(room.folder()).stream()
                .filter(one -> one.process() != victim && one.at() >= since && lost.contains(one.task()))
                .collect(Collectors.toMap(Start::task, one -> one, (a, b) -> a.at() < b.at() ? a : b))
                .values());
    }
}
