package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.view.ClusterQuestion;
import io.baton.application.view.ClusterReconcile;
import io.baton.domain.node.NodeId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node does before its next heartbeat tells it of one that has just joined. */
class StaleViewTest {
    private final World world = new World();
    private final Script script = Script.noop().method("other.run", context -> {});
    private TestNode old;

    @BeforeEach
    void joins() {
        old = world.node("a", 4, Script.noop());
        world.nodes.add(new TestNode(world, "b", 4, script).joined());
        assertThat(old.core.life().watch().alive()).as("what a knows").hasSize(1);
    }

    @Test
    void a_wish_to_reconcile_waits_for_the_new_node_too() {
        ClusterQuestion<ClusterReconcile.Counts> cluster =
                old.core.definitions.cluster().deed();

        ClusterQuestion.Wish<ClusterReconcile.Counts> wish = cluster.ask();

        assertThat(cluster.answers(wish)).containsOnlyKeys(new NodeId("b"));
    }

    @Test
    void a_job_whose_target_only_the_new_node_has_is_taken() {
        var reply = old.core
                .desk()
                .work()
                .jobs()
                .create(Map.of("name", "G.new", "target", "other.run", "schedule", Map.of("manual", true)));

        assertThat(reply.why()).isEmpty();
        assertThat(reply.job()).isPresent();
    }
}
