package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scene (h): the job table changed by SQL, and a master-only job while the role moves. */
@Tag("minutes")
class TableIT {
    private static final Pattern CHANGES =
            Pattern.compile(": (\\d+) removed, (\\d+) created, (\\d+) updated, 0 failed");
    private static final String TICK = Load.TRAFFIC + ".tick";

    @Test
    void jobs_added_changed_and_deleted_by_sql_are_reconciled_on_every_node_on_demand() {
        try (Scene scene = Scene.of("table")) {
            scene.jobs(
                    "{name: SQL.gone, target: " + TICK + ", schedule: {every: 1h}}",
                    "{name: SQL.changed, target: " + TICK + ", schedule: {every: 1h}}");
            scene.cluster.api().post("/reconcile", "");
            Map<String, Integer> before = scene.cluster.living().stream()
                    .collect(
                            Collectors.toMap(NodeProcess::id, node -> node.log().length()));

            scene.cluster
                    .ledger()
                    .execute("INSERT INTO job (name, target, every_ms) VALUES ('SQL.added', '" + TICK + "', 1000)");
            scene.cluster.ledger().execute("UPDATE job SET every_ms = 1000 WHERE name = 'SQL.changed'");
            scene.cluster.ledger().execute("DELETE FROM job WHERE name = 'SQL.gone'");
            JsonNode reply = scene.cluster.api().post("/reconcile", "");

            assertThat(reply.get("nodes")).hasSize(3).allSatisfy(node -> {
                assertThat(node.get("answered").asBoolean()).isTrue();
                assertThat(node.get("failed").asInt()).isZero();
            });
            // A node whose look for changes came first has them from there; either way it says so.
            assertThat(scene.cluster.living())
                    .allSatisfy(node -> assertThat(putRight(node.log().substring(before.getOrDefault(node.id(), 0))))
                            .as(node.id() + ": removed, created, updated")
                            .containsExactly(1, 1, 1));
            scene.until(
                    "both fire",
                    () -> scene.rows("SQL.added").size() > 3
                            && scene.rows("SQL.changed").size() > 3);
            scene.nothingRanTwice("SQL.added");
        }
    }

    /** What the node said that it removed, created and updated. */
    private static int[] putRight(String log) {
        int[] sums = new int[3];
        Matcher said = CHANGES.matcher(log);
        while (said.find()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Integer.parseInt(said.group(i + 1));
            }
        }
        return sums;
    }

    @Test
    void a_change_by_sql_with_a_raised_version_is_seen_without_a_word() {
        try (Scene scene = Scene.of("poll", 2)) {
            scene.jobs("{name: SQL.changed, target: " + TICK + ", schedule: {every: 1h}}");

            scene.cluster.ledger().execute("UPDATE job SET every_ms = 1000, version = version + 1");

            scene.until("it fires", () -> scene.rows("SQL.changed").size() > 2);
        }
    }

    @Test
    void a_master_only_job_keeps_firing_on_masters_alone_while_the_role_moves() {
        try (Scene scene = Scene.of("master-only")) {
            NodeProcess first = scene.master();
            Load load = Load.start(scene, 2, 30, "tick", "placement: master");
            load.awaitSecond(10);
            first.kill();
            NodeProcess second = scene.master();

            List<Row> rows = load.settled();

            Set<String> nodes = rows.stream().map(Row::node).collect(Collectors.toSet());
            assertThat(nodes).containsExactlyInAnyOrder(first.id(), second.id());
            assertThat(rows).filteredOn(r -> !r.outcome().equals("SUCCEEDED")).hasSizeLessThanOrEqualTo(2);
            assertThat(load.starts())
                    .allSatisfy((task, times) -> assertThat(times).isEqualTo(1));
        }
    }
}
