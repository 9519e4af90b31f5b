package io.baton.benchmarks.node;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.contender.LedgerRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What open consoles cost: {@code Crowd JOBS FIRINGS CONSOLES SECONDS ROUNDS}, such as 10000 500 200 40 3. First a node that fires nothing, in turn
 * without and with one console; then so many jobs of which so many fire each second, in turn without and with that many consoles. Each
 * so many times: the first round holds the compilers' work.
 */
public final class Crowd {
    private static final String TARGET = "demoTask.noParams";
    private static final long SETTLE = 15;

    private Crowd() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int jobs = Integer.parseInt(arguments[0]);
        int firings = Integer.parseInt(arguments[1]);
        int consoles = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        int rounds = Integer.parseInt(arguments[4]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "crowd-")
                .toAbsolutePath();
        try (Arena arena = new Arena(folder)) {
            StartUp.say(arena.words());
            StartUp.say(
                    "| consoles | firings/s | late, ms: p50 | p99 | % of a processor | pages/s |\n|---|---|---|---|---|---|");
            Room quiet = arena.room("quiet");
            try (PlainNode node = PlainNode.start(folder.resolve("quiet"), StartUp.member(quiet, "quiet"))) {
                TimeUnit.SECONDS.sleep(3 * SETTLE);
                inTurn(quiet, node, 1, seconds, rounds);
            }
            Room busy = arena.room("busy");
            StartUp.schema(busy);
            History.jobs(busy, jobs, firings, TARGET);
            List<String> settings = new ArrayList<>(StartUp.member(busy, "busy"));
            settings.addAll(List.of("--demo", "--baton.log.level=warn", "--baton.node.slots=200"));
            try (PlainNode node = PlainNode.start(folder.resolve("busy"), settings)) {
                TimeUnit.SECONDS.sleep(3 * SETTLE);
                inTurn(busy, node, consoles, seconds, rounds);
            }
        }
    }

    private static void inTurn(Room room, PlainNode node, int consoles, int seconds, int rounds)
            throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            StartUp.say(row(room, node, 0, seconds));
            StartUp.say(row(room, node, consoles, seconds));
        }
    }

    private static String row(Room room, PlainNode node, int count, int seconds) throws InterruptedException {
        try (Consoles consoles = Consoles.open(node, count)) {
            TimeUnit.SECONDS.sleep(SETTLE);
            long from = System.currentTimeMillis();
            double processor = node.processorSeconds();
            int pages = consoles.pages();
            TimeUnit.SECONDS.sleep(seconds);
            double percent = (node.processorSeconds() - processor) * 100 / seconds;
            double shown = (double) (consoles.pages() - pages) / seconds;
            long until = System.currentTimeMillis();
            TimeUnit.SECONDS.sleep(3); // what was due last starts
            List<Long> late = late(room, from, until);
            return String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %s | %s | %.1f | %.1f |",
                    count,
                    (double) late.size() / seconds,
                    quantile(late, 0.5),
                    quantile(late, 0.99),
                    percent,
                    shown);
        }
    }

    private static String quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? "–" : String.valueOf(sorted.get((int) ((sorted.size() - 1) * share)));
    }

    private static List<Long> late(Room room, long from, long until) {
        return LedgerRows.read(
                room,
                "SELECT started_at - scheduled_at FROM task WHERE scheduled_at >= ? AND scheduled_at < ?"
                        + " AND started_at IS NOT NULL AND job_name LIKE 'GROUP%' ORDER BY 1",
                rows -> {
                    List<Long> late = new ArrayList<>();
                    while (rows.next()) {
                        late.add(rows.getLong(1));
                    }
                    return late;
                },
                from,
                until);
    }
}
