package io.baton.domain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.domain.job.Labels;
import io.baton.domain.node.ClusterView.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClusterViewTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:30Z");

    private static Member member(String id, Instant beatAt) {
        Heartbeat.Profile profile = new Heartbeat.Profile(Labels.NONE, 4, Set.of(), "1", "");
        Heartbeat.Status status = new Heartbeat.Status(1, 1, 0.1, false, true, NOW, Duration.ZERO);
        return new Member(new Heartbeat(new Incarnation(new NodeId(id), "i"), profile, status), beatAt);
    }

    @Test
    void alive_are_those_whose_beat_is_not_older_than_the_timeout() {
        Member fresh = member("a", NOW);
        Member justInTime = member("b", NOW.minusSeconds(30));
        Member silent = member("c", NOW.minusSeconds(30).minusMillis(1));
        ClusterView view = new ClusterView(NOW, List.of(fresh, justInTime, silent), Optional.empty(), Set.of());

        assertThat(view.alive(Duration.ofSeconds(30))).containsExactly(fresh, justInTime);
    }

    @Test
    void a_node_is_found_by_its_exact_id() {
        ClusterView view = new ClusterView(NOW, List.of(member("a", NOW)), Optional.empty(), Set.of());

        assertThat(view.find(new NodeId("a"))).isPresent();
        assertThat(view.find(new NodeId("A"))).isEmpty();
        assertThat(ClusterView.EMPTY.find(new NodeId("a"))).isEmpty();
    }

    @Test
    void the_load_of_a_beat_counts_what_runs_and_what_waits() {
        assertThat(member("a", NOW).beat().load()).isEqualTo(0.5);
    }

    @Test
    void node_ids_and_incarnations_are_read_and_refused() {
        assertThat(Incarnation.parse("node-1.a_B/x9")).hasToString("node-1.a_B/x9");
        for (String wrong :
                new String[] {"", "node", "node/", "/x", "no de/x", "node/X", "node/x/y", "n".repeat(65) + "/x"}) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Incarnation.parse(wrong));
        }
    }
}
