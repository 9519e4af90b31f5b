package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Journal.Entry;
import io.baton.resilience.cluster.LedgerTable.Row;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A hundred thousand jobs, defined by SQL, are due at one and the same second, beside the usual traffic. */
final class OneSecond {
    private static final Logger LOG = System.getLogger(OneSecond.class.getName());
    static final int JOBS = 100_000;
    private static final String GROUP = "M";
    private static final String ALL = GROUP + ".%";
    private static final String TICK = "io.baton.resilience.traffic.Traffic.tick";
    /** 210 s: three small nodes take the definitions over in some 95 s, and in twice that while other stages use the processors. */
    private static final Duration AHEAD = Duration.ofSeconds(210);
    /** 1 s: definitions that a node takes over later than that before the due time would show nothing. */
    private static final Duration IN_TIME = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private OneSecond() {}

    static void due(Stage stage) {
        stage.awaitSecond(2);
        Instant due = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        stage.cluster().definitions().insertOnce(GROUP, JOBS, TICK, due);
        CompletableFuture<Void> asked = reconcile(stage);
        stage.await(AHEAD, () -> count(stage, "job_version", "name LIKE '" + ALL + "'") == JOBS || past(due));
        stage.felt(!past(due.minus(IN_TIME)), "jobs", "they were taken over too late to be due at once");
        stage.await(AHEAD.plusSeconds(10), () -> past(due));
        asked.join();
        stage.fault(JOBS + " due at once", "");
        ended(stage);
        stage.healed(JOBS + " due at once", "");
        judged(stage, due);
    }

    /** Nodes look for changes of many jobs rarely, unless they are asked to; the answer may be longer in coming than the client waits. */
    private static CompletableFuture<Void> reconcile(Stage stage) {
        return CompletableFuture.runAsync(() -> {
            try {
                stage.cluster().api().post("/reconcile", "");
            } catch (UncheckedIOException e) {
                LOG.log(Level.DEBUG, "reconciling: {0}", e.getMessage());
            }
        });
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

    /** Looks every other second only: to count them is work for the database. */
    private static void ended(Stage stage) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end
                && count(stage, "task", "job_name LIKE '" + ALL + "' AND state = 'DONE'") < JOBS) {
            stage.rest(Duration.ofSeconds(2));
        }
    }

    private static boolean past(Instant moment) {
        return !Instant.now().isBefore(moment);
    }

    private static long count(Stage stage, String table, String where) {
        return Long.parseLong(stage.cluster().ledger().value("SELECT COUNT(*) FROM " + table + " WHERE " + where));
    }
}
