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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Plays rows of the fault table and says what the checker found: {@code Catalogue [id …]}. Rows that are named have a fresh
 * stage each, one after the other; without names all are played, as {@link Programme} says. {@code Catalogue together id id …}
 * plays rows on one stage, {@code Catalogue soak SEED MINUTES} faults that the seed chooses, {@code Catalogue endure SEED MINUTES}
 * those of servers alone, and looks whether nodes grow. Histories, time lines and logs stay under {@code target/catalogue}.
 */
public final class Catalogue {
    private static final int SIDE_BY_SIDE = 3;

    private final List<Measured> all = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<FaultRow> notPlayed = new ArrayList<>();

    private Catalogue() {}

    public static void main(String[] ids) throws IOException {
        System.exit(playAll(List.of(ids)).broken() == 0 ? 0 : 1);
    }

    /**
     * What was played.
     *
     * @param broken how many stages broke a rule or could not be played
     * @param notPlayed how many rows need what this machine does not have
     */
    public record Played(int rows, long broken, int notPlayed) {}

    /** Plays the rows of these ids, all if there are none, and prints what each showed. */
    public static Played playAll(List<String> ids) throws IOException {
        Catalogue catalogue = new Catalogue();
        if (ids.isEmpty()) {
            catalogue.playTogether(Programme.sideBySide(), SIDE_BY_SIDE);
            catalogue.playTogether(Programme.alone(), 1);
        } else {
            catalogue.playTogether(catalogue.asked(ids), 1);
        }
        return catalogue.told();
    }

    private void playTogether(List<FaultRow> stages, int atOnce) {
        Queue<FaultRow> left = new ConcurrentLinkedQueue<>(stages);
        List<CompletableFuture<Void>> lanes = Stream.generate(() -> CompletableFuture.runAsync(() -> drain(left)))
                .limit(atOnce)
                .toList();
        lanes.forEach(CompletableFuture::join);
    }

    private void drain(Queue<FaultRow> left) {
        for (FaultRow row = left.poll(); row != null; row = left.poll()) {
            playAndNote(row);
        }
    }

    private void playAndNote(FaultRow row) {
        if (!mayPlay(row)) {
            return;
        }
        long began = System.nanoTime();
        try {
            Measured measured = play(row);
            note(() -> all.add(measured), row, began, measured.verdict().words());
        } catch (IOException | RuntimeException e) {
            String words = "could not be played: " + e;
            note(() -> failed.add(row.id() + " " + words), row, began, words);
        }
    }

    /** Whether this machine has what the row needs; if not, the table says so. */
    private synchronized boolean mayPlay(FaultRow row) {
        boolean may = row.need().isHere();
        if (!may) {
            notPlayed.add(row);
        }
        return may;
    }

    private synchronized void note(Runnable keep, FaultRow row, long began, String words) {
        keep.run();
        say(row.id() + " (" + (System.nanoTime() - began) / 1_000_000_000 + " s) " + row.title() + "\n  " + words);
    }

    private synchronized Played told() {
        say(
                "\n| row | fault | verdict | outcomes | running tasks taken over after | caught up after | lateness p99 / most |");
        say("|---|---|---|---|---|---|---|");
        all.stream().flatMap(measured -> measured.tableRows().stream()).sorted().forEach(Catalogue::say);
        notPlayed.forEach(row -> say("| " + row.id() + " | " + row.title() + " | not played: needs "
                + row.need().words() + " | – | – | – |"));
        all.stream()
                .filter(m -> !m.figures().isEmpty())
                .forEach(m -> say(m.row().id() + ": " + String.join("; ", m.figures())));
        int rows = all.stream().mapToInt(m -> m.parts().size()).sum();
        long broken = all.stream().filter(m -> !m.verdict().holds()).count();
        say(rows + " rows played on " + all.size() + " stages, " + broken + " broken");
        failed.forEach(Catalogue::say);
        return new Played(rows + failed.size(), broken + failed.size(), notPlayed.size());
    }

    /** All rows. */
    static List<FaultRow> rows() {
        return Stream.of(
                        Kills.rows(),
                        Pauses.rows(),
                        RedisFaults.rows(),
                        Outages.rows(),
                        Partitions.rows(),
                        Poison.rows(),
                        List.of(Loads.flood()),
                        Loads.rows(),
                        Versions.rows(),
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

    private List<FaultRow> asked(List<String> words) {
        if (words.size() == 3 && words.get(0).equals("soak")) {
            return List.of(Soak.of(Long.parseLong(words.get(1)), Integer.parseInt(words.get(2))));
        }
        if (words.size() == 3 && words.get(0).equals("endure")) {
            return List.of(Soak.endured(Long.parseLong(words.get(1)), Integer.parseInt(words.get(2))));
        }
        if (words.size() > 2 && words.get(0).equals("together")) {
            List<FaultRow> rows = chosen(words.subList(1, words.size())).stream()
                    .filter(this::mayPlay)
                    .toList();
            return rows.isEmpty() ? List.of() : List.of(FaultRow.together(String.join("+", words), rows));
        }
        return chosen(words);
    }

    static Measured play(FaultRow row) throws IOException {
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "catalogue")), row.id() + "-");
        try (Stage stage = new Stage(row.setting(), folder)) {
            stage.begin();
            row.playOn(stage);
            History history = stage.settled(row.id());
            Verdict verdict = Checker.check(history);
            HistoryFile.write(folder.resolve("history"), history);
            TimeLine.write(folder.resolve("time-line.html"), history, verdict);
            return Measured.of(row, history, verdict, stage);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
