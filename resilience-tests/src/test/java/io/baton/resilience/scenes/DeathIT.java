package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scene (e): a slave with queued tasks is killed, and a while later the master. */
@Tag("minutes")
class DeathIT {
    @Test
    void what_a_killed_node_had_queued_runs_elsewhere_and_no_firing_is_missing() {
        try (Scene scene = Scene.of("death", "--baton.node.slots=3")) {
            Load load = Load.start(scene, 12, 40, "work(900)", ""); // more than nine slots carry, so that queues form
            load.awaitSecond(8);
            NodeProcess slave = scene.slaves().get(0);
            scene.until("tasks are queued on the slave", () -> queuedOn(scene, slave) > 0);
            slave.kill();
            List<String> queued = scene.rows("LOAD.%").stream()
                    .filter(r -> r.state().equals("QUEUED") && r.node().equals(slave.id()))
                    .map(Row::id)
                    .toList();
            load.awaitSecond(25);
            NodeProcess first = scene.master();
            first.kill();
            NodeProcess second = scene.master();

            List<Row> rows = load.settled();

            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(queued).isNotEmpty();
            assertThat(rows).filteredOn(r -> queued.contains(r.id())).allSatisfy(row -> {
                assertThat(row.node()).isNotEqualTo(slave.id());
                assertThat(row.outcome()).isEqualTo("SUCCEEDED");
            });
            onlyWhatRanOnTheDeadIsLost(rows, Set.of(slave.id(), first.id()));
            Map<String, Long> starts = load.starts();
            assertThat(starts)
                    .allSatisfy((task, times) -> assertThat(times).as(task).isEqualTo(1));
        }
    }

    private static long queuedOn(Scene scene, NodeProcess node) {
        return scene.rows("LOAD.%").stream()
                .filter(r -> r.state().equals("QUEUED") && r.node().equals(node.id()))
                .count();
    }

    private static void onlyWhatRanOnTheDeadIsLost(List<Row> rows, Set<String> dead) {
        assertThat(rows).allSatisfy(row -> assertThat(row.outcome()).isIn("SUCCEEDED", "LOST"));
        assertThat(rows)
                .filteredOn(r -> r.outcome().equals("LOST"))
                .hasSizeLessThanOrEqualTo(2 * 3)
                .allSatisfy(row -> assertThat(row.node()).isIn(dead));
    }
}
