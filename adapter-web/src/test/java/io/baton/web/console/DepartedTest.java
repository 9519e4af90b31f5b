package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Labels;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DepartedTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Departed departed = new Departed();

    private static Member member(String id, boolean draining) {
        Heartbeat beat = new Heartbeat(
                new Incarnation(new NodeId(id), "life1"),
                new Heartbeat.Profile(Labels.NONE, 4, Set.of(), "0.1.0", ""),
                new Heartbeat.Status(0, 0, 0, draining, true, NOON, Duration.ZERO));
        return new Member(beat, NOON);
    }

    private void look(Duration later, Member... members) {
        departed.look(new ClusterView(NOON.plus(later), Arrays.asList(members), Optional.empty(), Set.of()));
    }

    private List<String> gone() {
        return departed.gone().stream().map(node -> node.member().id().text()).toList();
    }

    @Test
    void who_was_there_and_is_not_is_gone_until_it_comes_back() {
        look(Duration.ZERO, member("a", false), member("b", false));
        assertThat(gone()).isEmpty();

        look(Duration.ofSeconds(5), member("a", false));
        assertThat(gone()).containsExactly("b");
        assertThat(departed.gone().get(0).since()).contains(NOON.plusSeconds(5));
        look(Duration.ofSeconds(9), member("a", false));
        assertThat(departed.gone().get(0).since()).as("not anew").contains(NOON.plusSeconds(5));

        look(Duration.ofSeconds(10), member("a", false), member("b", false));
        assertThat(gone()).isEmpty();
    }

    @Test
    void the_latest_to_go_is_told_first_and_after_an_hour_not_at_all() {
        look(Duration.ZERO, member("a", false), member("b", false), member("c", false));
        look(Duration.ofSeconds(1), member("a", false), member("c", false));
        look(Duration.ofSeconds(2), member("a", false));
        assertThat(gone()).containsExactly("c", "b");

        look(Departed.KEPT.plusSeconds(1), member("a", false));
        assertThat(gone()).containsExactly("c", "b");
        look(Departed.KEPT.plusMillis(1001), member("a", false));
        assertThat(gone()).containsExactly("c");
    }

    @Test
    void who_was_seen_to_drain_went_in_order() {
        look(Duration.ZERO, member("a", true), member("b", false));
        look(Duration.ofSeconds(1));

        assertThat(departed.gone())
                .allSatisfy(node -> assertThat(node.inOrder())
                        .isEqualTo(node.member().id().text().equals("a")));
    }

    @Test
    void an_older_view_changes_nothing() {
        look(Duration.ofSeconds(5), member("a", false));
        look(Duration.ofSeconds(4));

        assertThat(gone()).isEmpty();
    }

    @Test
    void the_memory_is_bounded() {
        look(
                Duration.ZERO,
                IntStream.rangeClosed(0, Departed.MOST)
                        .mapToObj(n -> member("n" + n, false))
                        .toArray(Member[]::new));
        look(Duration.ofSeconds(1));

        assertThat(gone()).hasSize(Departed.MOST);
    }
}
