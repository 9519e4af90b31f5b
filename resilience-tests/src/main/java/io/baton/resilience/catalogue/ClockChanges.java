package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clocks of two zones change in the middle of the traffic, forward in one and back in the other, and the master dies right
 * before. Each job has one node that fires it, and whichever node is the master, some jobs that are due at the change are its:
 * the sweep of the next master finds them. It is started again at once, into the new time.
 */
final class ClockChanges {
    private static final int SECONDS = 40;
    /** 1.5 s: the process is gone before the change, and the others do not share its jobs out yet. */
    private static final Duration BEFORE = Duration.ofMillis(1_500);
    /** 1.5 s after its due time a claim is the sweep's, which leaves the firing nodes 2 s. */
    private static final long SWEPT = 2_000;

    private ClockChanges() {}

    static FaultRow row() {
        return new FaultRow(
                "T-C4",
                "a night on which clocks change, forward in one zone and back in another; the master is killed with -9 right before",
                Setting.USUAL
                        .with(TrafficKind.NIGHT, TrafficKind.NIGHT_SURE)
                        .also("--baton.dispatch.firing-nodes=1")
                        .lasting(SECONDS),
                ClockChanges::killedBefore);
    }

    private static void killedBefore(Stage stage) {
        Instant change = When.InNight.change(stage.jobs().from());
        NodeProcess master = stage.master();
        stage.awaitSecond(1);
        stage.await(Duration.ofMinutes(1), () -> !Instant.now().isBefore(change.minus(BEFORE)));
        Instant killed = Instant.now();
        stage.dies(master, Death.KILLED, "killed", () -> {
            master.kill();
            stage.felt(!master.alive() && Instant.now().isBefore(change), master.id(), "clocks changed while it lived");
        });
        stage.cluster().start(master.id()).awaitReady();
        stage.healed("killed", master.id());
        stage.awaitSecond(SECONDS + 3);
        long late = SECONDS + 3 + stage.timings().converged().toSeconds();
        stage.await(Duration.ofMinutes(2), () -> wrong(stage, change).isEmpty() || stage.passed((int) late));
        told(stage, change, killed);
    }

    private static void told(Stage stage, Instant change, Instant killed) {
        List<String> wrong = wrong(stage, change);
        stage.expect(wrong.isEmpty(), "night", "seconds from the change: " + String.join("; ", wrong));
        List<Row> rows = rows(stage);
        List<Row> swept = rows.stream()
                .filter(row -> row.at().scheduled() >= killed.toEpochMilli())
                .filter(row -> row.at().claimed() - row.at().scheduled() >= SWEPT)
                .toList();
        stage.felt(!swept.isEmpty(), "sweep", "no due time after the death was left to it");
        stage.figure("clocks changed "
                + Duration.between(stage.jobs().from(), change).toMillis()
                + " ms after the traffic began, the master was killed "
                + Duration.between(killed, change).toMillis()
                + " ms before; of " + rows.size() + " tasks of the night the sweep made up for " + swept.size()
                + ", due in seconds " + seconds(swept.stream().map(Row::id), change));
        for (NightJob job : NightJob.values()) {
            stage.figure(job.name().toLowerCase(Locale.ROOT) + " due in seconds "
                    + seconds(rows.stream().filter(row -> isOf(job, row)).map(Row::id), change));
        }
    }

    /** What is in the ledger and was not due, or was due and is not in it, by job. */
    private static List<String> wrong(Stage stage, Instant change) {
        List<Row> rows = rows(stage);
        List<String> wrong = new ArrayList<>();
        for (NightJob job : NightJob.values()) {
            Set<String> due = names(job)
                    .flatMap(name -> job
                            .tasks(
                                    name,
                                    change,
                                    stage.jobs().from(),
                                    stage.jobs().until())
                            .stream())
                    .collect(Collectors.toSet());
            Set<String> found =
                    rows.stream().filter(row -> isOf(job, row)).map(Row::id).collect(Collectors.toSet());
            if (!found.equals(due)) {
                wrong.add(job + " has not " + seconds(without(due, found), change) + " and has "
                        + seconds(without(found, due), change) + " too many");
            }
        }
        return wrong;
    }

    private static List<Row> rows(Stage stage) {
        return stage.cluster().ledger().rows("T.night%");
    }

    private static boolean isOf(NightJob job, Row row) {
        return names(job).anyMatch(row.job()::equals);
    }

    private static Stream<String> names(NightJob job) {
        return Stream.of(TrafficKind.NIGHT, TrafficKind.NIGHT_SURE).map(job::among);
    }

    private static Stream<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new HashSet<>(some);
        left.removeAll(others);
        return left.stream();
    }

    /** When tasks were due, counted from the change; those of both kinds together. */
    private static List<Long> seconds(Stream<String> tasks, Instant change) {
        return tasks.map(task -> Long.parseLong(task.substring(task.indexOf('@') + 1)))
                .map(at -> (at - change.toEpochMilli()) / 1_000)
                .distinct()
                .sorted()
                .toList();
    }
}
