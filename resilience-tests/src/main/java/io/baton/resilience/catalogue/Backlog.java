package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable;
import io.baton.resilience.cluster.LedgerTable.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was due by a moment and has not begun, of jobs whose firings do not wait for one another. */
final class Backlog {
    private static final Set<String> BEGUN = Set.of("RUNNING", "DONE", "SPREAD");

    private final LedgerTable ledger;
    private final Instant moment;
    private final Set<String> exclusive;

    Backlog(LedgerTable ledger, Jobs jobs, Instant moment) {
        this.ledger = ledger;
        this.moment = moment;
        this.exclusive = jobs.kinds().stream()
                .filter(kind -> kind.promise().exclusive())
                .flatMap(kind -> kind.names().stream())
                .collect(Collectors.toSet());
    }

    /** Whether the jobs of every second are in the ledger up to that moment, and all that is there for it has begun. */
    boolean gone() {
        String last = "@" + moment.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        List<Row> rows = ledger.rows("T.%");
        Set<String> ids = rows.stream().map(Row::id).collect(Collectors.toSet());
        return TrafficKind.TICK.names().stream().allMatch(job -> ids.contains(job + last))
                && rows.stream().allMatch(this::begun);
    }

    private boolean begun(Row row) {
        return BEGUN.contains(row.state())
                || row.at().scheduled() > moment.toEpochMilli()
                || row.counts().attempt() > 1
                || exclusive.contains(row.job());
    }
}
