package io.baton.benchmarks.node;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.JobRows;
import io.baton.benchmarks.contender.LedgerRows;
import io.baton.resilience.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What two nodes say to their servers for one firing: {@code Conversation}. A job that only the second node can run is due every second; the
 * servers' own logs tell what was said around a firing that was claimed where it ran, and around one that was sent. What nodes say that wait
 * is marked.
 */
public final class Conversation {
    private static final int FIRINGS = 40;
    /** 50 ms: what is said after the end of a run. */
    private static final long AFTER = 50;

    private Conversation() {}

    /** One firing, as the ledger has it. */
    private record Fired(long due, long finished, String claimedBy, String ranOn) {
        boolean sent() {
            return !claimedBy.equals(ranOn);
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "conversation-")
                .toAbsolutePath();
        try (Arena arena = new Arena(folder)) {
            StartUp.say(arena.words());
            Room room = arena.room("one");
            try (Cluster cluster = Baton.cluster(room, "-Xmx512m")) {
                cluster.start("node-1").awaitReady();
                cluster.start("node-2", "--baton.node.labels=side=b").awaitReady();
                Waiting.pause(30_000); // all is compiled that waits
                try (Ear ear = Ear.at(room)) {
                    overhear(room, ear);
                }
            }
        }
    }

    private static void overhear(Room room, Ear ear) {
        long from = System.currentTimeMillis();
        Waiting.pause(15_000);
        Set<String> idle = ear.heard(from, System.currentTimeMillis()).stream()
                .map(Ear.Line::shape)
                .collect(Collectors.toCollection(HashSet::new));
        long due = (System.currentTimeMillis() / 1000 + 10) * 1000;
        JobRows.insert(room, new Load(1, FIRINGS), due, "side=b");
        long end = due + FIRINGS * 1000L;
        Waiting.forInstant(end);
        Waiting.within(30, 200, () -> LedgerRows.recorded(room, due, end).succeeded() >= FIRINGS);
        List<Fired> fired = fired(room, due + FIRINGS * 500L, end);
        for (boolean sent : new boolean[] {false, true}) {
            StartUp.say("\n" + (sent ? "Claimed by one node, run by the other" : "Claimed by the node that ran it")
                    + ", " + fired.stream().filter(one -> one.sent() == sent).count() + " of " + fired.size() + ":");
            fired.stream()
                    .filter(one -> one.sent() == sent)
                    .skip(2)
                    .findFirst()
                    .ifPresent(one ->
                            ear.heard(one.due() - 5, one.finished() + AFTER).forEach(line -> say(one, line, idle)));
        }
    }

    private static void say(Fired one, Ear.Line line, Set<String> idle) {
        StartUp.say(String.format(
                Locale.ROOT,
                "%s %7.2f ms  %-12s %s",
                idle.contains(line.shape()) ? "·" : " ",
                line.micros() / 1000.0 - one.due(),
                line.from(),
                line.words()));
    }

    private static List<Fired> fired(Room room, long from, long until) {
        return LedgerRows.read(
                room,
                "SELECT scheduled_at, finished_at, claimed_by, owner FROM task WHERE scheduled_at >= ? AND scheduled_at < ? ORDER BY 1",
                rows -> {
                    List<Fired> fired = new java.util.ArrayList<>();
                    while (rows.next()) {
                        fired.add(new Fired(
                                rows.getLong(1), rows.getLong(2), node(rows.getString(3)), node(rows.getString(4))));
                    }
                    return fired;
                },
                from,
                until);
    }

    private static String node(String incarnation) {
        return incarnation.substring(0, Math.max(0, incarnation.indexOf('/')));
    }
}
