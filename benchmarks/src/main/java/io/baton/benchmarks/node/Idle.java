package io.baton.benchmarks.node;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.arena.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What nodes cost that wait: {@code Idle SECONDS}. A cluster without jobs, at the default timings: first one node, which is the master,
 * then a second, which is a slave; each is given as long to settle as is measured. What the slave adds is its own.
 */
public final class Idle {
    private Idle() {}

    /** What the servers and one node did in a second. */
    public record Share(double redisCommands, double statements, double commits, double processorPercent, long mib) {
        private Share less(Share other) {
            return new Share(
                    redisCommands - other.redisCommands,
                    statements - other.statements,
                    commits - other.commits,
                    processorPercent,
                    mib);
        }
    }

    /** The master alone, and what the slave adds. */
    public record Shares(Share master, Share slave) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "idle-")
                .toAbsolutePath();
        try (Arena arena = new Arena(folder)) {
            Shares shares = measured(arena.room("idle"), seconds);
            StartUp.say(arena.words());
            StartUp.say(
                    "| node | Redis commands/s | SQL statements/s | commits/s | % of a processor | resident, MiB |\n|---|---|---|---|---|---|");
            StartUp.say(row("master, alone", shares.master()));
            StartUp.say(row("slave beside it", shares.slave()));
        }
    }

    /** Takes four times as many seconds, and some for two starts. */
    public static Shares measured(Room room, int seconds) throws InterruptedException {
        try (PlainNode master = PlainNode.start(room.folder().resolve("master"), StartUp.member(room, "master"))) {
            Share alone = measured(room, master, seconds);
            try (PlainNode slave = PlainNode.start(room.folder().resolve("slave"), StartUp.member(room, "slave"))) {
                return new Shares(alone, measured(room, slave, seconds).less(alone));
            }
        }
    }

    private static Share measured(Room room, PlainNode node, int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
        Cost before = Cost.now(room, List.of());
        double processor = node.processorSeconds();
        TimeUnit.SECONDS.sleep(seconds);
        Cost each = Cost.now(room, List.of()).since(before, seconds);
        return new Share(
                each.redisCommands(),
                each.statements(),
                each.commits(),
                (node.processorSeconds() - processor) * 100 / seconds,
                node.residentMib());
    }

    private static String row(String name, Share share) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %d |",
                name,
                share.redisCommands(),
                share.statements(),
                share.commits(),
                share.processorPercent(),
                share.mib());
    }
}
