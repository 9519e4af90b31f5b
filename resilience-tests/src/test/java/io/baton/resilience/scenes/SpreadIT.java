package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.cluster.LedgerTable.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scene (a): 300 jobs that fire every second. */
@Tag("minutes")
class SpreadIT {
    @Test
    void each_firing_of_300_jobs_a_second_runs_once_and_the_nodes_share_them() {
        try (Scene scene = Scene.of("spread", "--baton.node.slots=16")) {
            Load load = Load.start(scene, 300, 30, "work(5)", "");

            List<Row> rows = load.settled();

            assertThat(rows).allSatisfy(row -> assertThat(row.outcome()).isEqualTo("SUCCEEDED"));
            assertThat(load.starts())
                    .hasSize(rows.size())
                    .allSatisfy((task, times) -> assertThat(times).as(task).isEqualTo(1));
            Map<String, Long> byNode = rows.stream().collect(Collectors.groupingBy(Row::node, Collectors.counting()));
            assertThat(byNode).as("tasks by node").hasSize(3);
            assertThat(byNode.values()).allSatisfy(count -> assertThat(count).isGreaterThan(rows.size() / 10L));
            assertThat(scene.cluster.logs())
                    .as("what libraries say before the log is set up")
                    .doesNotContain(" DEBUG ");
        }
    }
}
