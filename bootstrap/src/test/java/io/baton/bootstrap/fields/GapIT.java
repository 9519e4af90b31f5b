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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code misfire} and {@code delivery}: what becomes of due times while nobody claims, and of tasks whose node ends. */
@Tag("minutes")
class GapIT {
    @TempDir
    private static Path folder;

    private static final Map<String, Site> SITES = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        SITES.put("standalone", Site.standalone(folder));
        SITES.put("three nodes", Site.threeNodes());
    }

    @AfterAll
    static void close() {
        SITES.values().forEach(Site::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "three nodes"})
    void due_times_that_nobody_claimed_end_as_the_misfire_policy_says(String name) {
        Site site = Objects.requireNonNull(SITES.get(name));
        Ledger ledger = site.ledger();
        drain(site, true);
        Instant from =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        missed(ledger, "once", from, Map.of("misfire", "fire-once", "misfire-threshold", "1s"));
        missed(ledger, "skip", from, Map.of("misfire", "skip", "misfire-threshold", "1s"));
        missed(ledger, "all", from, Map.of("misfire", "fire-all", "misfire-threshold", "1s"));
        missed(ledger, "young", from, Map.of("misfire", "skip"));
        ledger.pass(from.plusSeconds(8));
        assertThat(ledger.rows("GAP.all")).isEmpty();

        drain(site, false);

        assertThat(words(ledger, "once", 2)).containsExactly("SKIPPED(MISFIRE)", "SUCCEEDED");
        assertThat(ledger.succeeded("GAP.once")).containsExactly(from.plusSeconds(4));
        assertThat(words(ledger, "skip", 1)).containsExactly("SKIPPED(MISFIRE)");
        assertThat(words(ledger, "all", 5)).hasSize(5).containsOnly("SUCCEEDED");
        assertThat(words(ledger, "young", 5)).hasSize(5).containsOnly("SUCCEEDED");
        assertThat(ledger.calls("GAP.skip")).isEmpty();
        List.of("once", "all", "young").forEach(gap -> ScheduleCases.eachOnce(ledger, "GAP." + gap));
    }

    private static void missed(Ledger ledger, String name, Instant from, Map<String, Object> rules) {
        Map<String, Object> fields = new HashMap<>(rules);
        fields.put("name", "GAP." + name);
        fields.put("target", "probe.run");
        String until = from.plusSeconds(4).toString();
        fields.put("schedule", Map.of("cron", "* * * * * ?", "from", from.toString(), "until", until));
        ledger.create(fields);
    }

    private static List<String> words(Ledger ledger, String name, int tasks) {
        List<TaskRow> rows = ledger.when(
                "the ends of GAP." + name,
                () -> ledger.rows("GAP." + name),
                now -> now.size() >= tasks
                        && now.stream().allMatch(r -> r.story().end().isPresent()));
        return rows.stream().map(Ledger::words).toList();
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

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "three nodes"})
    void a_task_whose_node_ends_is_lost_or_runs_again_as_its_delivery_says(String name) {
        Site site = Objects.requireNonNull(SITES.get(name));
        site.ledger().create(insisting("at-most-once"));
        site.ledger().create(insisting("at-least-once"));
        Ledger doomed = new Ledger(site.last().node().desk(), List.of());
        String most = doomed.ask("END.at-most-once", "one");
        String least = doomed.ask("END.at-least-once", "one");
        doomed.started(most);
        doomed.started(least);
        assertThat(List.of(most, least))
                .allMatch(
                        task -> Ledger.node(doomed.row(task)).equals(site.last().id()));

        site.restartLast();

        Ledger ledger = site.ledger();
        assertThat(ledger.end(most)).startsWith("LOST");
        assertThat(ledger.end(least)).isEqualTo("SUCCEEDED");
        assertThat(ledger.row(most).attempt()).isEqualTo(1);
        assertThat(ledger.row(least).attempt()).isEqualTo(2);
        assertThat(ledger.attempts(least)).hasSize(1);
    }

    private static Map<String, Object> insisting(String delivery) {
        return Map.of(
                "name",
                "END." + delivery,
                "target",
                "probe.insist(8000)",
                "delivery",
                delivery,
                "schedule",
                Map.of("manual", true));
    }
}
