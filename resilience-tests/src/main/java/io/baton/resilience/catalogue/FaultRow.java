package io.baton.resilience.catalogue;

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

    /** What is done. */
    @FunctionalInterface
    interface Play {
        void on(Stage stage);
    }
}
