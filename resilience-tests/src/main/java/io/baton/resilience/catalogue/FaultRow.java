package io.baton.resilience.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of the fault table, as a scene.
 *
 * @param id such as {@code T-K2}
 * @param title the row's words
 * @param setting what it is played in
 * @param play does it to the stage, some seconds after the traffic began, and undoes it
 */
record FaultRow(String id, String title, Setting setting, Play play) {
    /** A row in the usual setting. */
    FaultRow(String id, String title, Play play) {
        this(id, title, Setting.USUAL, play);
    }

    /** Rows on one stage, one after the other, under traffic that lasts for so many seconds. */
    static FaultRow together(String id, int seconds, List<FaultRow> rows) {
        String titles = rows.stream().map(FaultRow::title).collect(Collectors.joining("; "));
        return new FaultRow(id, titles, Setting.USUAL.lasting(seconds), stage -> {
            stage.awaitSecond(1);
            rows.forEach(row -> {
                stage.next();
                row.play().on(stage);
            });
        });
    }

    /** What is done. */
    @FunctionalInterface
    interface Play {
        void on(Stage stage);
    }
}
