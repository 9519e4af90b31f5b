package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.cluster.Journal.Entry;
import io.baton.resilience.cluster.LedgerTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scene (g): jobs that forbid overlap, due more often than they can run, on three nodes. */
@Tag("minutes")
class OverlapIT {
    @Test
    void a_job_that_forbids_overlap_never_overlaps_across_nodes_and_keeps_its_order() {
        // Two slots a node: four jobs that always run need more than one.
        try (Scene scene = Scene.of("overlap", "--baton.node.slots=2")) {
            Load load = Load.start(scene, 4, 20, "work(1400)", "overlap: queue");

            List<Row> rows = load.settled();

            for (int n = 0; n < load.jobs(); n++) {
                oneAfterTheOther(scene, "LOAD.j" + n);
            }
            assertThat(rows).allSatisfy(row -> assertThat(row.outcome()).isIn("SUCCEEDED", "SKIPPED"));
            assertThat(rows.stream()
                            .filter(r -> r.outcome().equals("SUCCEEDED"))
                            .map(Row::node)
                            .collect(Collectors.toSet()))
                    .as("nodes that ran some")
                    .hasSizeGreaterThan(1);
        }
    }

    private static void oneAfterTheOther(Scene scene, String job) {
        List<Entry> entries = scene.cluster.journal().entries().stream()
                .filter(e -> e.job().equals(job))
                .toList();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < entries.size(); i += 2) {
            assertThat(entries.get(i).start()).as(job + " starts").isTrue();
            assertThat(entries.get(i + 1).start())
                    .as(job + " ends before the next starts")
                    .isFalse();
            assertThat(entries.get(i + 1).task()).isEqualTo(entries.get(i).task());
            order.add(entries.get(i).task());
        }
        assertThat(order).hasSizeGreaterThan(8).isSorted().doesNotHaveDuplicates();
    }
}
