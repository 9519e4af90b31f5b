package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.cluster.LedgerTable.Row;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scene (i): Redis is emptied in the middle. */
@Tag("minutes")
class FlushIT {
    @Test
    void an_emptied_redis_makes_tasks_late_and_loses_or_doubles_none() {
        try (Scene scene = Scene.of("flush", "--baton.node.slots=3");
                Wire wire = new Wire(scene)) {
            Load load = Load.start(scene, 12, 30, "work(700)", ""); // queues form, so that there is something to lose
            load.awaitSecond(8);
            scene.until("messages wait on a List", () -> waiting(wire) > 0);
            wire.redis().flushall();
            load.awaitSecond(18);
            wire.redis().flushall();

            List<Row> rows = load.settled();

            assertThat(rows).allSatisfy(row -> assertThat(row.outcome()).isEqualTo("SUCCEEDED"));
            assertThat(load.starts())
                    .hasSize(rows.size())
                    .allSatisfy((task, times) -> assertThat(times).as(task).isEqualTo(1));
        }
    }

    private static long waiting(Wire wire) {
        return wire.redis().keys("baton:{baton}:queue:*").stream()
                .mapToLong(queue -> wire.redis().llen(queue))
                .sum();
    }
}
