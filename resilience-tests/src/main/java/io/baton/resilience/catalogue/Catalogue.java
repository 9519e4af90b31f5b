package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Checker;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.HistoryFile;
import io.baton.resilience.checker.TimeLine;
import io.baton.resilience.checker.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays rows of the fault table, each on a fresh stage, and says what the checker found: {@code Catalogue [id …]}; without
 * ids, all. Histories, time lines and logs stay under {@code target/catalogue}.
 */
public final class Catalogue {
    private static final int SECONDS = 30;
    private static final int NODES = 3;

    private Catalogue() {}

    public static void main(String[] ids) throws IOException {
        System.exit(playAll(List.of(ids)).broken() == 0 ? 0 : 1);
    }

    /** What was played. @param broken how many rows broke a rule */
    public record Played(int rows, long broken) {}

    /** Plays the rows of these ids, all if there are none, and prints what each showed. */
    public static Played playAll(List<String> ids) throws IOException {
        List<Measured> all = new ArrayList<>();
        for (FaultRow row : chosen(ids)) {
            Measured measured = play(row);
            all.add(measured);
            say(row.id() + " " + row.title() + "\n  " + measured.verdict().words());
        }
        say("\n| row | fault | verdict | outcomes | running tasks taken over after | lateness p99 / most |");
        say("|---|---|---|---|---|---|");
        all.forEach(measured -> say(measured.tableRow()));
        long broken = all.stream().filter(m -> !m.verdict().holds()).count();
        say(all.size() + " rows played, " + broken + " broken");
        return new Played(all.size(), broken);
    }

    /** All rows. */
    static List<FaultRow> rows() {
        return Stream.of(Kills.rows(), Pauses.rows(), Outages.rows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FaultRow> chosen(List<String> ids) {
        return rows().stream()
                .filter(row -> ids.isEmpty() || ids.contains(row.id()))
                .toList();
    }

    /** Plays the row of that id. */
    public static Verdict play(String id) throws IOException {
        return play(chosen(List.of(id)).get(0)).verdict();
    }

    private static Measured play(FaultRow row) throws IOException {
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "catalogue")), row.id() + "-");
        try (Stage stage = new Stage(folder)) {
            stage.cluster().startAll(NODES);
            stage.traffic(SECONDS);
            row.play().on(stage);
            History history = stage.settled(row.id());
            Verdict verdict = Checker.check(history);
            HistoryFile.write(folder.resolve("history"), history);
            TimeLine.write(folder.resolve("time-line.html"), history, verdict);
            return Measured.of(row, history, verdict);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
