package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.Servers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same jar over a Redis Cluster, and over a master that Sentinels watch and that dies. */
@Tag("minutes")
class TopologyIT {
    @Test
    void nodes_work_over_a_redis_cluster() {
        try (Scene scene = Scene.over(Servers.redisCluster(), "redis-cluster", 2)) {
            Load load = Load.start(scene, 10, 10, "tick", "");

            runsOnce(load, load.settled());
        }
    }

    @Test
    void a_sentinel_failover_makes_tasks_late_and_loses_or_doubles_none() {
        Servers servers = Servers.sentinels();
        try (Scene scene = Scene.over(servers, "sentinel", 2)) {
            Load load = Load.start(scene, 10, 25, "tick", "");
            load.awaitSecond(5);
            servers.redis().kill();

            runsOnce(load, load.settled());
        }
    }

    private static void runsOnce(Load load, List<Row> rows) {
        assertThat(rows).allSatisfy(row -> assertThat(row.outcome()).isEqualTo("SUCCEEDED"));
        assertThat(load.starts())
                .hasSize(rows.size())
                .allSatisfy((task, times) -> assertThat(times).as(task).isEqualTo(1));
    }
}
