package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.checker.Verdict;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a row showed.
 *
 * @param takenOver ms from the first fault to the last running task that was declared lost with its node; empty if none was
 * @param figures what the row measured besides, in words
 */
record Measured(FaultRow row, Verdict verdict, OptionalLong takenOver, List<String> figures) {
    Measured {
        figures = List.copyOf(figures);
    }

    static Measured of(FaultRow row, History history, Verdict verdict, List<String> figures) {
        List<Event> events = history.events();
        OptionalLong fault = events.stream()
                .filter(e -> e.kind() == Kind.FAULT)
                .mapToLong(Event::at)
                .min();
        OptionalLong lost = events.stream()
                .filter(e -> e.kind() == Kind.RECOVERED
                        || (e.kind() == Kind.FINISHED && e.detail().startsWith("LOST")))
                .mapToLong(Event::at)
                .max();
        boolean both = fault.isPresent() && lost.isPresent();
        return new Measured(
                row,
                verdict,
                both ? OptionalLong.of(lost.getAsLong() - fault.getAsLong()) : OptionalLong.empty(),
                figures);
    }

    /** A row of the table in docs/faults.md. */
    String tableRow() {
        return "| " + row.id() + " | " + row.title() + " | "
                + (verdict.holds() ? "all rules held" : "BROKEN " + verdict.byRule()) + " | "
                + verdict.counts().outcomes() + figures + " | "
                + (takenOver.isPresent() ? takenOver.getAsLong() + " ms" : "–") + " | "
                + verdict.lateness().p99() + " / " + verdict.lateness().most() + " ms |";
    }
}
