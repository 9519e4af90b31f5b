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
 * ids, all. {@code Catalogue together id id …} plays rows on one stage, one after the other, {@code Catalogue soak
 * SEED MINUTES} faults that the seed chooses. Histories, time lines and logs stay under
 * {@code target/catalogue}.
 */
public final class Catalogue {
    private Catalogue() {}

    public static void main(String[] ids) throws IOException {
        System.exit(playAll(List.of(ids)).broken() == 0 ? 0 : 1);
    }

    /** What was played. @param broken how many rows broke a rule or could not be played */
    public record Played(int rows, long broken) {}

    /** Plays the rows of these ids, all if there are none, and prints what each showed. */
    public static Played playAll(List<String> ids) throws IOException {
        List<Measured> all = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (FaultRow row : asked(ids)) {
            try {
                Measured measured = play(row);
                all.add(measured);
                say(row.id() + " " + row.title() + "\n  " + measured.verdict().words());
            } catch (RuntimeException e) {
                failed.add(row.id() + " could not be played: " + e);
                say(failed.get(failed.size() - 1));
            }
        }
        say("\n| row | fault | verdict | outcomes | running tasks taken over after | lateness p99 / most |");
        say("|---|---|---|---|---|---|");
        all.forEach(measured -> say(measured.tableRow()));
        long broken = all.stream().filter(m -> !m.verdict().holds()).count();
        say(all.size() + " rows played, " + broken + " broken");
        failed.forEach(Catalogue::say);
        return new Played(all.size() + failed.size(), broken + failed.size());
    }

    /** All rows. */
    static List<FaultRow> rows() {
        return Stream.of(
                        Kills.rows(),
                        Pauses.rows(),
                        RedisFaults.rows(),
                        Outages.rows(),
                        Poison.rows(),
                        Loads.rows(),
                        Edits.rows(),
                        Disks.rows())
                .flatMap(List::stream)
                .toList();
    }

    /** Those with these ids; without ids, all. */
    static List<FaultRow> chosen(List<String> ids) {
        return rows().stream()
                .filter(row -> ids.isEmpty() || ids.contains(row.id()))
                .toList();
    }

    private static List<FaultRow> asked(List<String> words) {
        if (words.size() == 3 && words.get(0).equals("soak")) {
            return List.of(Soak.of(Long.parseLong(words.get(1)), Integer.parseInt(words.get(2))));
        }
        if (words.size() > 2 && words.get(0).equals("together")) {
            List<FaultRow> rows = chosen(words.subList(1, words.size()));
            return List.of(FaultRow.together(String.join("+", words), rows));
        }
        return chosen(words);
    }

    static Measured play(FaultRow row) throws IOException {
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "catalogue")), row.id() + "-");
        try (Stage stage = new Stage(row.setting(), folder)) {
            stage.begin();
            row.play().on(stage);
            History history = stage.settled(row.id());
            Verdict verdict = Checker.check(history).and(stage.unmet());
            HistoryFile.write(folder.resolve("history"), history);
            TimeLine.write(folder.resolve("time-line.html"), history, verdict);
            return Measured.of(row, history, verdict, stage.figures());
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
