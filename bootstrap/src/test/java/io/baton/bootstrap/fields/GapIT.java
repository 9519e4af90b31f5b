package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.NodeId;
import io.baton.domain.task.TaskRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code misfire}, {@code misfire-threshold} and {@code delivery}: what becomes of due times while nobody claims, and of
 * tasks whose node ends. All rows of a site share one such time, and one such end.
 */
@Tag("minutes")
class GapIT {
    /** Each job is due five times in the gap, a second apart. */
    private static final int DUE = 5;

    private static final List<Missed> MISSED = List.of(
            new Missed("misfire fire-once", Map.of("misfire", "fire-once", "misfire-threshold", "1s"), true, 1),
            new Missed("misfire by default", Map.of("misfire-threshold", "1s"), true, 1),
            new Missed("misfire skip", Map.of("misfire", "skip", "misfire-threshold", "1s"), true, 0),
            new Missed("misfire fire-all", Map.of("misfire", "fire-all", "misfire-threshold", "1s"), false, DUE),
            new Missed(
                    "misfire-threshold not reached", Map.of("misfire", "skip", "misfire-threshold", "1h"), false, DUE),
            new Missed("misfire-threshold by default", Map.of("misfire", "skip"), false, DUE));

    private static final List<Ended> ENDED = List.of(
            new Ended("delivery at-most-once", Map.of("delivery", "at-most-once"), "LOST", 1),
            new Ended("delivery by default", Map.of(), "LOST", 1),
            new Ended("delivery at-least-once", Map.of("delivery", "at-least-once"), "SUCCEEDED", 2));

    @TempDir
    private static Path folder;

    private static final Map<String, Site> SITES = new LinkedHashMap<>();
    private static final Map<String, Instant> GAPS = new HashMap<>();

    /** @param summary whether a row stands for those that were skipped @param fired how many of the latest were fired */
    private record Missed(String value, Map<String, Object> rules, boolean summary, int fired) {
        String job() {
            return "GAP." + value.replace(' ', '-');
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** @param end how the task ends that ran on the node @param attempts how often it was started */
    private record Ended(String value, Map<String, Object> rules, String end, int attempts) {
        String job() {
            return "END." + value.replace(' ', '-');
        }

        String task() {
            return job() + "@r-one";
        }

        @Override
        public String toString() {
            return value;
        }
    }

    @BeforeAll
    static void a_gap_and_then_the_end_of_a_node() {
        SITES.put("standalone", Site.standalone(folder));
        SITES.put("three nodes", Site.threeNodes());
        SITES.forEach((name, site) -> {
            GAPS.put(name, gap(site));
            endOfLast(site);
        });
    }

    @AfterAll
    static void close() {
        SITES.values().forEach(Site::close);
    }

    /** Nobody claims while jobs are due. @return the first due time */
    private static Instant gap(Site site) {
        Ledger ledger = site.ledger();
        drain(site, true);
        Instant from =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        String until = from.plusSeconds(DUE - 1).toString();
        Map<String, String> schedule = Map.of("cron", "* * * * * ?", "from", from.toString(), "until", until);
        MISSED.forEach(row -> create(ledger, row.job(), "probe.run", schedule, row.rules()));
        ledger.pass(from.plusSeconds(DUE + 3));
        assertThat(MISSED).allMatch(row -> ledger.rows(row.job()).isEmpty());
        drain(site, false);
        MISSED.forEach(row -> over(ledger, row.job()));
        return from;
    }

    /** The last node ends with its tasks, and is started again. */
    private static void endOfLast(Site site) {
        ENDED.forEach(
                row -> create(site.ledger(), row.job(), "probe.insist(8000)", Map.of("manual", true), row.rules()));
        Ledger doomed = new Ledger(site.last().node().desk(), List.of());
        ENDED.forEach(row -> assertThat(doomed.ask(row.job(), "one")).isEqualTo(row.task()));
        ENDED.forEach(row -> doomed.started(row.task()));
        assertThat(ENDED)
                .allMatch(row ->
                        Ledger.node(doomed.row(row.task())).equals(site.last().id()));
        site.restartLast();
    }

    private static void create(
            Ledger ledger, String job, String target, Map<?, ?> schedule, Map<String, Object> rules) {
        Map<String, Object> fields = new HashMap<>(rules);
        fields.putAll(Map.of("name", job, "target", target, "schedule", schedule));
        ledger.create(fields);
    }

    private static List<TaskRow> over(Ledger ledger, String job) {
        return ledger.when(
                "the ends of " + job,
                () -> ledger.rows(job),
                rows -> !rows.isEmpty()
                        && rows.stream().allMatch(row -> row.story().end().isPresent()));
    }

    private static void drain(Site site, boolean wanted) {
        Ledger ledger = site.ledger();
        var readings = ledger.desk().look().readings();
        List<NodeId> ids = readings.cluster().nodes().stream().map(Member::id).toList();
        assertThat(ids).hasSize(site.size());
        ids.forEach(id -> readings.wantDrain(id, wanted));
        ledger.when(
                "the draining of all",
                readings::cluster,
                view -> view.nodes().stream().allMatch(m -> m.beat().status().draining() == wanted));
    }

    static List<Arguments> missed() {
        return rows(MISSED);
    }

    static List<Arguments> ended() {
        return rows(ENDED);
    }

    private static List<Arguments> rows(List<?> values) {
        return SITES.keySet().stream()
                .flatMap(site -> values.stream().map(value -> Arguments.of(site, value)))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("missed")
    void due_times_that_nobody_claimed_end_as_the_misfire_policy_says(String name, Missed row) {
        Ledger ledger = Objects.requireNonNull(SITES.get(name)).ledger();
        Instant from = Objects.requireNonNull(GAPS.get(name));

        List<String> words = ledger.rows(row.job()).stream().map(Ledger::words).toList();
        assertThat(words.stream().filter("SUCCEEDED"::equals)).hasSize(row.fired());
        assertThat(words.stream().filter("SKIPPED(MISFIRE)"::equals)).hasSize(row.summary() ? 1 : 0);
        assertThat(words).hasSize(row.fired() + (row.summary() ? 1 : 0));
        assertThat(ledger.succeeded(row.job()))
                .isEqualTo(IntStream.range(DUE - row.fired(), DUE)
                        .mapToObj(from::plusSeconds)
                        .toList());
        assertThat(ledger.calls(row.job())).hasSize(row.fired());
        ScheduleCases.eachOnce(ledger, row.job());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ended")
    void a_task_whose_node_ends_is_lost_or_runs_again_as_its_delivery_says(String name, Ended row) {
        Ledger ledger = Objects.requireNonNull(SITES.get(name)).ledger();

        assertThat(ledger.end(row.task())).startsWith(row.end());
        assertThat(ledger.row(row.task()).attempt()).isEqualTo(row.attempts());
        assertThat(ledger.attempts(row.task())).hasSize(row.attempts() - 1);
    }
}
