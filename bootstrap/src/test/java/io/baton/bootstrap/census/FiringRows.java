package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.NodeId;
import io.baton.domain.placement.Rendezvous;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which node fires. */
final class FiringRows {
    private static final int JOBS = 12;

    private FiringRows() {}

    /** By default both nodes fire each job, and which of them wins is chance. */
    static void oneNodeFiresEachJob(Bench bench) {
        List<NodeId> nodes = List.of(new NodeId("one"), new NodeId("two"));
        List<BatonNode> started = nodes.stream()
                .map(id -> bench.member(
                        "baton.node.id=" + id, "baton.dispatch.firing-nodes=1", "baton.node.heartbeat-interval=500ms"))
                .toList();
        for (int n = 0; n < JOBS; n++) {
            eachSecond(started.get(0), "A.j" + n);
        }
        Instant shared = Instant.now().plusSeconds(12); // a job that has just changed is fired by both

        List<TaskRow> rows = await("three due times of each job, and more")
                .atMost(Bench.PATIENCE.plusSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> later(started.get(0), shared), found -> found.size() >= 4 * JOBS);

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.story().claimedBy().node()).isEqualTo(owner(row.job(), nodes)));
    }

    private static void eachSecond(BatonNode node, String name) {
        var reply = node.desk()
                .work()
                .jobs()
                .create(Map.of("name", name, "target", "demoTask.noParams", "schedule", Map.of("every", "1s")));
        assertThat(reply.job()).as(reply.why()).isPresent();
    }

    private static List<TaskRow> later(BatonNode node, Instant from) {
        return Bench.readings(node).runs(new Query(Filter.ALL, Optional.empty(), 1_000)).stream()
                .filter(row -> row.terms().scheduledAt().isAfter(from))
                .toList();
    }

    private static NodeId owner(JobKey job, List<NodeId> nodes) {
        return nodes.stream()
                .filter(node -> Rendezvous.among(1, job, node, nodes))
                .findFirst()
                .orElseThrow();
    }
}
