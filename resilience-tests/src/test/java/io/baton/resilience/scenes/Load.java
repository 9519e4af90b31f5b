package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.catalogue.LedgerHistory;
import io.baton.resilience.checker.Checker;
import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Frame;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.JobDefinition.Promise;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.checker.Verdict;
import io.baton.resilience.cluster.LedgerTable.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Jobs that fire every second for a while: what is due is known beforehand, without asking the product.
 *
 * @param from half a second past a whole one, so that whole seconds are due after it
 * @param promise of each job
 */
record Load(Scene scene, int jobs, Instant from, int seconds, Promise promise) {
    static final String TRAFFIC = "io.baton.resilience.traffic.Traffic";

    /**
     * Creates jobs {@code LOAD.j0} … that begin to fire in some seconds.
     *
     * @param more further fields of each job, {@code name: value, …}
     */
    static Load start(Scene scene, int jobs, int seconds, String call, String more) {
        long began = System.nanoTime();
        scene.jobs(lines(jobs, call, "{manual: true}", more));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        // Twice as long as it took just now, so that all jobs are there before the first is due, on a busy machine too.
        Instant from = Instant.now()
                .plus(took.multipliedBy(2))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusMillis(3_500);
        String schedule =
                "{cron: \"* * * * * ?\", from: \"" + from + "\", until: \"" + from.plusSeconds(seconds) + "\"}";
        scene.jobs(lines(jobs, call, schedule, more));
        assertThat(Instant.now()).as("applied in time").isBefore(from.plusMillis(400));
        Promise promise = new Promise(false, more.contains("overlap: queue"), 1, 1);
        return new Load(scene, jobs, from, seconds, promise);
    }

    private static String[] lines(int jobs, String call, String schedule, String more) {
        return IntStream.range(0, jobs)
                .mapToObj(n -> "{name: LOAD.j" + n + ", target: " + TRAFFIC + "." + call + ", schedule: " + schedule
                        + (more.isEmpty() ? "" : ", " + more) + "}")
                .toArray(String[]::new);
    }

    void awaitSecond(int second) {
        scene.until("second " + second, () -> Instant.now().isAfter(from.plusSeconds(second)));
    }

    /** Waits until all has fired and ended; each due time of each job must be in the ledger, once, and the checker agree. */
    List<Row> settled() {
        awaitSecond(seconds + 5);
        scene.until("every due time is in the ledger and has ended", () -> {
            List<Row> rows = scene.rows("LOAD.%");
            return rows.stream().allMatch(Row::done) && missing(rows).isEmpty();
        });
        List<Row> rows = scene.rows("LOAD.%");
        assertThat(rows).as("rows").hasSize(jobs * seconds);
        Verdict verdict = Checker.check(history());
        assertThat(verdict.counts().of(Kind.CLAIMED))
                .as("tasks that the checker saw")
                .isEqualTo(rows.size());
        assertThat(verdict.violations()).as("rules broken").isEmpty();
        return rows;
    }

    /** What the catalogue's checker is asked of it: the same rules, over the ledger and the tasks' own journal. */
    private History history() {
        List<Event> events =
                LedgerHistory.of(
                                scene.cluster.ledger().content("LOAD.%"),
                                scene.cluster.journal().entries())
                        .stream()
                        .filter(event -> event.subject().startsWith("LOAD."))
                        .toList();
        Frame frame = new Frame(
                "load", from.toEpochMilli(), Instant.now().toEpochMilli(), OptionalLong.empty(), Frame.Bounds.DEFAULT);
        return new History(frame, definitions(), events);
    }

    private List<JobDefinition> definitions() {
        long last = from.plusSeconds(seconds).toEpochMilli();
        String schedule = "from " + from.toEpochMilli() + " until " + last + " cron UTC * * * * * ?";
        return IntStream.range(0, jobs)
                .mapToObj(n -> new JobDefinition(
                        "LOAD.j" + n, 1, from.toEpochMilli(), JobDefinition.State.ENABLED, schedule, promise))
                .toList();
    }

    private Set<String> missing(List<Row> rows) {
        Set<String> due = new TreeSet<>();
        for (int n = 0; n < jobs; n++) {
            for (int s = 1; s <= seconds; s++) {
                due.add("LOAD.j" + n + "@"
                        + from.truncatedTo(ChronoUnit.SECONDS).plusSeconds(s).toEpochMilli());
            }
        }
        rows.forEach(row -> due.remove(row.id()));
        return due;
    }

    /** How often each task began, by the tasks' own journal. */
    Map<String, Long> starts() {
        return scene.cluster.journal().entries().stream()
                .filter(e -> e.start() && e.job().startsWith("LOAD."))
                .collect(Collectors.groupingBy(e -> e.task(), Collectors.counting()));
    }
}
