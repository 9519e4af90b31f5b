package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.cluster.Journal;
import io.baton.resilience.cluster.LedgerTable.Attempt;
import io.baton.resilience.cluster.LedgerTable.Content;
import io.baton.resilience.cluster.LedgerTable.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events from what is left when all is over: the ledger's rows, its earlier attempts, and the tasks' own journal.
 *
 * <p>All times are of one machine. Within one millisecond the ends of what began earlier come first, then a task's steps
 * in their natural order. An end has the fence of the run that told it, which only the journal knows: {@link Writers}.
 */
public final class LedgerHistory {
    private static final Pattern COVERED = Pattern.compile("due times from (\\S+) to (\\S+) were missed");
    private static final List<Kind> NATURAL = List.of(
            Kind.CLAIMED,
            Kind.COVERED,
            Kind.STARTED,
            Kind.BEGUN,
            Kind.RETURNED,
            Kind.RETRIED,
            Kind.RECOVERED,
            Kind.FINISHED);

    private final List<Timed> events = new ArrayList<>();
    private final Writers writers;

    /** @param began when what the event belongs to began, its own time if it is a beginning */
    private record Timed(Event event, long began) {
        int rank() {
            return began < event.at() ? 0 : 1;
        }

        int kind() {
            int natural = NATURAL.indexOf(event.kind());
            return natural < 0 ? NATURAL.size() : natural;
        }
    }

    private LedgerHistory(Writers writers) {
        this.writers = writers;
    }

    /** @param journal in the order of writing, read no earlier than the ledger */
    public static List<Event> of(Content content, List<Journal.Entry> journal) {
        LedgerHistory history = new LedgerHistory(Writers.of(content, journal));
        content.rows().forEach(history::row);
        content.attempts().forEach(history::attempt);
        history.journal(journal);
        return history.events.stream()
                .sorted(Comparator.comparingLong((Timed t) -> t.event().at())
                        .thenComparingInt(Timed::rank)
                        .thenComparingInt(Timed::kind))
                .map(Timed::event)
                .toList();
    }

    private void row(Row row) {
        add(Event.of(row.at().claimed(), Kind.CLAIMED, row.id()).on(row.claimedBy()));
        covered(row);
        if (row.at().started() > 0) {
            add(Event.of(row.at().started(), Kind.STARTED, row.id())
                    .on(row.node())
                    .run(row.counts().fence(), row.counts().attempt()));
        }
        if (row.done()) {
            Event end = Event.of(row.at().finished(), Kind.FINISHED, row.id())
                    .on(row.node())
                    .run(writers.fence(row), row.counts().attempt())
                    .saying(row.end().words());
            events.add(new Timed(end, row.at().started()));
        } else if (!row.state().equals("SPREAD")) {
            add(Event.of(row.at().claimed(), Kind.OPEN, row.id())
                    .on(row.node())
                    .saying(row.state() + " on " + row.node()));
        }
    }

    private void covered(Row row) {
        Matcher range = COVERED.matcher(row.end().error());
        if (range.find()) {
            add(Event.of(row.at().claimed(), Kind.COVERED, row.id())
                    .saying(Instant.parse(range.group(1)).toEpochMilli() + " "
                            + Instant.parse(range.group(2)).toEpochMilli()));
        }
    }

    private void attempt(Attempt attempt) {
        Event end = Event.of(attempt.at().finished(), kind(attempt), attempt.task())
                .on(attempt.node())
                .run(writers.fence(attempt), attempt.counts().attempt())
                .saying(attempt.end().words());
        if (!attempt.late() && attempt.at().started() > 0) {
            add(Event.of(attempt.at().started(), Kind.STARTED, attempt.task())
                    .on(attempt.node())
                    .run(attempt.counts().fence(), attempt.counts().attempt()));
        }
        events.add(new Timed(end, attempt.at().started()));
    }

    private static Kind kind(Attempt attempt) {
        if (attempt.late()) {
            return Kind.LATE;
        }
        return attempt.end().outcome().equals("LOST") ? Kind.RECOVERED : Kind.RETRIED;
    }

    private void journal(List<Journal.Entry> journal) {
        long last = 0;
        for (Journal.Entry entry : journal) {
            last = Math.max(last, entry.atMillis()); // the file's order is the true one
            events.add(new Timed(noted(entry, last), entry.start() ? last : 0));
        }
    }

    private static Event noted(Journal.Entry entry, long at) {
        Event event = switch (entry.mark()) {
            case BEGAN -> Event.of(at, Kind.BEGUN, entry.task());
            case RETURNED -> Event.of(at, Kind.RETURNED, entry.task());
            case WROTE -> Event.of(at, Kind.EFFECT, "record " + entry.record()).saying(entry.task());
            case REFUSED -> Event.of(at, Kind.REFUSED, entry.task()).saying("record " + entry.record());
        };
        return event.on("process " + entry.pid()).run(entry.fence(), entry.attempt());
    }

    private void add(Event event) {
        events.add(new Timed(event, event.at()));
    }
}
