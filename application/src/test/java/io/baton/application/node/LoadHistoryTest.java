package io.baton.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.node.LoadHistory.Sample;
import io.baton.domain.job.Labels;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadHistoryTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final NodeId A = new NodeId("a");

    private final LoadHistory history = new LoadHistory();

    private static Member member(String id, double cpu, Instant beatAt) {
        return new Member(
                new Heartbeat(
                        new Incarnation(new NodeId(id), "life1"),
                        new Heartbeat.Profile(Labels.NONE, 4, Set.of(), "1", ""),
                        new Heartbeat.Status(0, 0, cpu, false, true, BEGIN, Duration.ZERO)),
                beatAt);
    }

    private void see(long second, List<Member> members) {
        history.see(new ClusterView(BEGIN.plusSeconds(second), members, Optional.empty(), Set.of()), TIMEOUT);
    }

    private void see(long second, double cpu) {
        see(second, List.of(member("a", cpu, BEGIN.plusSeconds(second))));
    }

    private static Sample sample(long minute, double load) {
        return new Sample(BEGIN.plusSeconds(60 * minute), load);
    }

    @Test
    void of_a_minute_the_highest_load_is_kept() {
        see(0, 0.2);
        see(30, 0.9);
        see(59, 0.1);
        see(60, 0.3);

        assertThat(history.of(A)).containsExactly(sample(0, 0.9), sample(1, 0.3));
    }

    @Test
    void an_hour_is_kept_and_no_more() {
        for (int minute = 0; minute <= 200; minute++) {
            see(60L * minute, 0.5);
        }

        assertThat(history.of(A)).hasSize(LoadHistory.KEPT);
        assertThat(history.of(A).get(0)).isEqualTo(sample(141, 0.5));
    }

    @Test
    void a_silent_node_leaves_a_gap_and_is_forgotten_after_an_hour() {
        see(0, 0.5);
        see(120, List.of(member("a", 0.5, BEGIN)));
        see(180, 0.6);
        assertThat(history.of(A)).containsExactly(sample(0, 0.5), sample(3, 0.6));

        see(4 * 3600, List.of(member("b", 0.1, BEGIN.plusSeconds(4 * 3600))));
        assertThat(history.of(A)).isEmpty();
    }

    @Test
    void a_registry_whose_clock_goes_back_changes_nothing_that_was_told() {
        see(120, 0.5);
        see(0, 0.9);

        assertThat(history.of(A)).containsExactly(sample(2, 0.5));
    }

    @Test
    void of_very_many_nodes_the_first_are_kept() {
        see(
                0,
                IntStream.range(0, 1_000)
                        .mapToObj(n -> member("n" + n, 0.5, BEGIN))
                        .toList());

        assertThat(history.of(new NodeId("n199"))).hasSize(1);
        assertThat(history.of(new NodeId("n200"))).isEmpty();
    }
}
