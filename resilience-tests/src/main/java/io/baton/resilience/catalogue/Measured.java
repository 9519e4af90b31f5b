package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Counts;
import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.checker.Lateness;
import io.baton.resilience.checker.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What was shown on a stage.
 *
 * @param parts what each row showed, in the order in which they were played
 * @param figures what was measured besides, in words
 * @param shown the rows whose faults were felt
 */
record Measured(FaultRow row, Verdict verdict, List<Part> parts, List<String> figures, List<String> shown) {
    Measured {
        shown = List.copyOf(shown);
        parts = List.copyOf(parts);
        figures = List.copyOf(figures);
    }

    /**
     * A row's share: from its beginning to that of the next one on the same stage.
     *
     * @param counts of what happened in that time
     * @param lateness of what began in it
     * @param caughtUp ms from the end of its last fault to the last first start of what was due before
     * @param takenOver ms from the first fault to the last running task that was declared lost with its node; empty if none was
     */
    record Part(FaultRow row, Counts counts, Lateness lateness, long caughtUp, OptionalLong takenOver) {
        static Part of(FaultRow row, History share, History whole) {
            long over = share.events().stream()
                    .filter(e -> e.kind() == Kind.FAULT || e.kind() == Kind.HEALED)
                    .mapToLong(Event::at)
                    .max()
                    .orElse(Long.MAX_VALUE);
            OptionalLong fault = share.events().stream()
                    .filter(e -> e.kind() == Kind.FAULT)
                    .mapToLong(Event::at)
                    .min();
            OptionalLong lost = share.events().stream()
                    .filter(e -> e.kind() == Kind.RECOVERED
                            || (e.kind() == Kind.FINISHED && e.detail().startsWith("LOST")))
                    .mapToLong(Event::at)
                    .filter(at -> fault.isPresent() && at >= fault.getAsLong())
                    .max();
            boolean both = fault.isPresent() && lost.isPresent();
            return new Part(
                    row,
                    Counts.of(share),
                    Lateness.of(share),
                    Lateness.caughtUp(whole, over),
                    both ? OptionalLong.of(lost.getAsLong() - fault.getAsLong()) : OptionalLong.empty());
        }
    }

    static Measured of(FaultRow row, History history, Verdict verdict, Account account) {
        List<Account.Act> acts = account.acts();
        List<Part> parts = new ArrayList<>();
        for (int n = 0; n < acts.size(); n++) {
            long until = n + 1 < acts.size() ? acts.get(n + 1).at() : Long.MAX_VALUE;
            parts.add(Part.of(acts.get(n).row(), history.between(acts.get(n).at(), until), history));
        }
        if (acts.isEmpty()) {
            parts.add(Part.of(row, history, history));
        }
        return new Measured(row, verdict, parts, account.figures(), account.shown());
    }

    /** Rows of the table in docs/faults.md. */
    List<String> tableRows() {
        String held = verdict.holds() ? "held" : "BROKEN " + verdict.byRule();
        return parts.stream()
                .map(part -> "| " + part.row().id() + " | " + part.row().title() + " | " + held + " | "
                        + part.counts().outcomes() + " | "
                        + (part.takenOver().isPresent()
                                ? seconds(part.takenOver().getAsLong())
                                : "–") + " | "
                        + seconds(part.caughtUp()) + " | "
                        + seconds(part.lateness().p99()) + " / "
                        + seconds(part.lateness().most()) + " |")
                .toList();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
