package io.baton.resilience.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of the fault table, as a scene.
 *
 * @param id such as {@code T-K2}
 * @param title the row's words
 * @param setting what it is played in
 * @param need without which it cannot be played
 * @param play does it to the stage, some seconds after the traffic began, and undoes it
 */
record FaultRow(String id, String title, Setting setting, Need need, Play play) {
    /** A row in the usual setting. */
    FaultRow(String id, String title, Play play) {
        this(id, title, Setting.USUAL, play);
    }

    /** A row that every machine can play. */
    FaultRow(String id, String title, Setting setting, Play play) {
        this(id, title, setting, Need.NOTHING, play);
    }

    /** The same, which cannot be played without that. */
    FaultRow needing(Need other) {
        return new FaultRow(id, title, setting, other, play);
    }

    /** Rows of the usual servers and timings on one stage, one after the other, under traffic that ends after the last. */
    static FaultRow together(String id, List<FaultRow> rows) {
        String titles = rows.stream().map(FaultRow::title).collect(Collectors.joining("; "));
        TrafficKind[] kinds =
                rows.stream().flatMap(row -> row.setting().kinds().stream()).toArray(TrafficKind[]::new);
        return new FaultRow(id, titles, Setting.USUAL.with(kinds).lasting(3_600), stage -> {
            stage.awaitSecond(1);
            rows.forEach(row -> {
                stage.next();
                stage.act(row);
                row.playOn(stage);
            });
            stage.endTraffic();
        });
    }

    /** Plays it; it is broken if it does not show that its fault was felt. */
    void playOn(Stage stage) {
        stage.shown(id, () -> play.on(stage));
    }

    /** What is done. */
    @FunctionalInterface
    interface Play {
        void on(Stage stage);
    }
}
