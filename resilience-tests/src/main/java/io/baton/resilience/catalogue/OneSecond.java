package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Journal.Entry;
import io.baton.resilience.cluster.LedgerTable.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A hundred thousand jobs, defined by SQL, are due at one and the same second, beside the usual traffic. */
final class OneSecond {
    static final int JOBS = 100_000;
    private static final String GROUP = "M";
    private static final String ALL = GROUP + ".%";
    private static final String TICK = "io.baton.resilience.traffic.Traffic.tick";
    /** 100 s: three small nodes take the definitions over in less. */
    private static final Duration AHEAD = Duration.ofSeconds(100);
    /** 1 s: definitions that a node takes over later than that before the due time would show nothing. */
    private static final Duration IN_TIME = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private OneSecond() {}

    static void due(Stage stage) {
        stage.awaitSecond(2);
        Instant due = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        stage.cluster().definitions().insertOnce(GROUP, JOBS, TICK, due);
        stage.cluster().api().post("/reconcile", "");
        stage.await(AHEAD, () -> count(stage, "job_version", "name LIKE '" + ALL + "'") == JOBS || past(due));
        stage.felt(!past(due.minus(IN_TIME)), "jobs", "they were taken over too late to be due at once");
        stage.await(AHEAD.plusSeconds(10), () -> past(due));
        stage.fault(JOBS + " due at once", "");
        stage.await(LONGEST, () -> count(stage, "task", "job_name LIKE '" + ALL + "' AND state = 'DONE'") == JOBS);
        stage.healed(JOBS + " due at once", "");
        judged(stage, due);
    }

    /** Each has one task of that due time, which succeeded and was started once, by what the tasks themselves wrote down. */
    private static void judged(Stage stage, Instant due) {
        List<Row> rows = stage.cluster().ledger().rows(ALL);
        List<Row> wrong = rows.stream()
                .filter(row -> !row.id().equals(row.job() + "@" + due.toEpochMilli())
                        || !row.outcome().equals("SUCCEEDED"))
                .toList();
        stage.expect(rows.size() == JOBS && wrong.isEmpty(), "ledger", rows.size() + " rows, wrong: " + wrong);
        List<Entry> begun = stage.cluster().journal().entries().stream()
                .filter(entry -> entry.start() && entry.task().startsWith(GROUP + "."))
                .toList();
        Map<String, Long> starts = begun.stream().collect(Collectors.groupingBy(Entry::task, Collectors.counting()));
        stage.expect(
                starts.size() == JOBS && begun.size() == JOBS,
                "journal",
                begun.size() + " starts of " + starts.size() + " tasks");
        long first = begun.stream().mapToLong(Entry::atMillis).min().orElse(0) - due.toEpochMilli();
        long last = begun.stream().mapToLong(Entry::atMillis).max().orElse(0) - due.toEpochMilli();
        stage.expect(first >= 0, "journal", "the first began " + first + " ms after its due time");
        stage.figure(
                JOBS + " tasks of one second: the first began after " + first + " ms, the last after " + last + " ms");
    }

    private static boolean past(Instant moment) {
        return !Instant.now().isBefore(moment);
    }

    private static long count(Stage stage, String table, String where) {
        return Long.parseLong(stage.cluster().ledger().value("SELECT COUNT(*) FROM " + table + " WHERE " + where));
    }
}
