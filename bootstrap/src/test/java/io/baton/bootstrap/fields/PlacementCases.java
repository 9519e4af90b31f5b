package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.view.Readings;
import io.baton.domain.task.TaskRow;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** {@code placement} and {@code labels}: how many tasks a firing has, and on which nodes they run. */
final class PlacementCases {
    private static final Map<String, Object> SPECIAL = Map.of("kind", "special");

    private PlacementCases() {}

    static List<FieldCase> all() {
        return List.of(
                FieldCase.of("placement any", Map.of("placement", "any"), PlacementCases::one),
                FieldCase.of(
                        "placement master",
                        Map.of("placement", "master", "schedule", Map.of("every", "1s")),
                        PlacementCases::masterOnly),
                FieldCase.of(
                        "placement master by hand", Map.of("placement", "master"), PlacementCases::masterAskedAnywhere),
                FieldCase.of("placement broadcast", Map.of("placement", "broadcast"), PlacementCases::everyNode),
                FieldCase.of("placement shards", Map.of("placement", Map.of("shards", 4)), PlacementCases::fourShards),
                FieldCase.of(
                        "labels inside placement",
                        Map.of("placement", Map.of("labels", SPECIAL)),
                        PlacementCases::specialOnly),
                FieldCase.of("labels beside placement", Map.of("labels", SPECIAL), PlacementCases::specialOnly),
                FieldCase.of(
                        "labels with broadcast",
                        Map.of("placement", "broadcast", "labels", SPECIAL),
                        PlacementCases::specialOnly),
                FieldCase.of(
                        "labels with shards",
                        Map.of("placement", Map.of("shards", 4), "labels", SPECIAL),
                        PlacementCases::fourShardsOfTheSpecialOne),
                FieldCase.of(
                        "labels that no node has",
                        Map.of("labels", Map.of("kind", "rare")),
                        (site, job) -> assertThat(
                                        site.ledger().end(site.ledger().ask(job, "one")))
                                .isEqualTo("DEAD(NO_TARGET)")));
    }

    private static void one(Site site, String job) {
        Ledger ledger = site.ledger();
        String task = ledger.ask(job, "one");

        assertThat(ledger.end(task)).isEqualTo("SUCCEEDED");
        assertThat(ledger.rows(job)).hasSize(1);
        assertThat(ledger.call(task, 1).key().shards()).isEqualTo(1);
    }

    private static void masterOnly(Site site, String job) {
        Ledger ledger = site.ledger();
        ledger.when("firings of " + job, () -> ledger.succeeded(job), dues -> dues.size() >= 3);

        assertThat(ledger.calls(job)).extracting(Call::node).containsOnly(master(ledger));
        ScheduleCases.eachOnce(ledger, job);
    }

    private static void masterAskedAnywhere(Site site, String job) {
        for (int n = 0; n < site.size(); n++) {
            String task = site.ledger(n).ask(job, "from-" + n);
            assertThat(site.ledger().end(task)).isEqualTo("SUCCEEDED");
            assertThat(site.ledger().call(task, 1).node()).isEqualTo(master(site.ledger()));
        }
    }

    private static String master(Ledger ledger) {
        return ledger.desk().look().readings().nodes().stream()
                .filter(Readings.NodeReading::master)
                .map(reading -> reading.member().id().text())
                .findFirst()
                .orElseThrow();
    }

    private static void everyNode(Site site, String job) {
        Ledger ledger = site.ledger();
        String task = ledger.ask(job, "all");

        assertThat(ledger.end(task)).isEqualTo("SUCCEEDED");
        List<TaskRow> parts = parts(ledger, job);
        assertThat(parts).hasSize(site.size()).allMatch(r -> Ledger.words(r).equals("SUCCEEDED"));
        assertThat(new TreeSet<>(parts.stream().map(Ledger::node).toList())).hasSize(site.size());
        assertThat(ledger.calls(job))
                .extracting(Call::node)
                .doesNotHaveDuplicates()
                .hasSize(site.size());
    }

    private static void fourShards(Site site, String job) {
        Ledger ledger = site.ledger();
        String task = ledger.ask(job, "four");

        assertThat(ledger.end(task)).isEqualTo("SUCCEEDED");
        assertThat(parts(ledger, job))
                .extracting(r -> r.id().toString())
                .containsExactlyElementsOf(
                        IntStream.range(0, 4).mapToObj(n -> task + "~" + n).toList());
        assertThat(ledger.calls(job))
                .allMatch(call -> call.key().shards() == 4)
                .extracting(call -> call.key().shard())
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    private static void fourShardsOfTheSpecialOne(Site site, String job) {
        fourShards(site, job);
        assertThat(site.ledger().calls(job))
                .extracting(Call::node)
                .containsOnly(site.last().id());
    }

    private static List<TaskRow> parts(Ledger ledger, String job) {
        return ledger.rows(job).stream().filter(r -> r.id().shard().isPresent()).toList();
    }

    private static void specialOnly(Site site, String job) {
        for (int n = 0; n < 3; n++) {
            assertThat(site.ledger().end(site.ledger(n).ask(job, "from-" + n))).isEqualTo("SUCCEEDED");
        }
        assertThat(site.ledger().calls(job))
                .hasSize(3)
                .extracting(Call::node)
                .containsOnly(site.last().id());
    }
}
