package io.baton.domain.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RendezvousTest {
    private static final List<JobKey> JOBS = IntStream.range(0, 10_000)
            .mapToObj(i -> new JobKey("G" + i % 7, "job-" + i))
            .toList();

    @Test
    void each_job_has_as_many_nodes_as_asked_for() {
        for (int most = 1; most <= 6; most++) {
            for (JobKey job : JOBS.subList(0, 500)) {
                assertThat(owners(most, job, nodes(5))).hasSize(Math.min(most, 5));
            }
        }
    }

    @Test
    void each_node_has_its_share() {
        Map<NodeId, Integer> shares = new HashMap<>();
        for (JobKey job : JOBS) {
            owners(2, job, nodes(8)).forEach(node -> shares.merge(node, 1, Integer::sum));
        }

        assertThat(shares.values())
                .hasSize(8)
                .allSatisfy(share -> assertThat(share).isBetween(2_300, 2_700));
    }

    @Test
    void a_node_that_goes_moves_its_own_jobs_only() {
        List<NodeId> before = nodes(5);
        NodeId gone = before.get(2);
        List<NodeId> after = new ArrayList<>(before);
        after.remove(gone);

        for (JobKey job : JOBS) {
            List<NodeId> had = owners(2, job, before);
            List<NodeId> has = owners(2, job, after);
            had.remove(gone);
            assertThat(has).containsAll(had);
        }
    }

    @Test
    void nodes_that_know_of_different_others_leave_no_job_to_nobody() {
        NodeId a = new NodeId("a");
        NodeId b = new NodeId("b");
        NodeId c = new NodeId("c");
        for (JobKey job : JOBS) {
            boolean fires = Rendezvous.among(1, job, a, List.of(a, b, c))
                    || Rendezvous.among(1, job, b, List.of(a, b))
                    || Rendezvous.among(1, job, c, List.of());
            assertThat(fires).isTrue();
        }
    }

    @Test
    void a_node_that_knows_of_no_other_has_everything() {
        assertThat(JOBS).allMatch(job -> Rendezvous.among(1, job, new NodeId("a"), List.of()));
    }

    /** Another version of the program must come to the same answer: nodes of both live side by side while it is rolled out. */
    @Test
    void the_answer_is_the_same_in_every_version() {
        List<NodeId> nodes = nodes(3);
        List<NodeId> owners = Stream.of("greet", "Greet", "count", "report", "sync", "clean", "mail", "index")
                .map(name -> owners(1, new JobKey("DEMO", name), nodes).get(0))
                .toList();

        assertThat(owners).extracting(nodes::indexOf).containsExactly(1, 1, 0, 2, 1, 0, 2, 2);
    }

    private static List<NodeId> owners(int most, JobKey job, List<NodeId> nodes) {
        return new ArrayList<>(nodes.stream()
                .filter(node -> Rendezvous.among(most, job, node, nodes))
                .toList());
    }

    private static List<NodeId> nodes(int count) {
        return IntStream.range(0, count).mapToObj(i -> new NodeId("node-" + i)).toList();
    }
}
