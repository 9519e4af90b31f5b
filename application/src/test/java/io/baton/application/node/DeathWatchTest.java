package io.baton.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.node.DeathWatch.Observation;
import io.baton.application.node.DeathWatch.Verdict;
import io.baton.domain.job.Labels;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.NodeWitness.Sighting;
import io.baton.domain.port.NodeWitness.Sightings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeathWatchTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Incarnation N1 = new Incarnation(new NodeId("n1"), "life1");

    private final DeathWatch deaths = new DeathWatch(TIMEOUT);
    private final List<Member> members = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final Set<Incarnation> present = new HashSet<>();

    /** What the stores know of a node: when each heard of it last, in seconds, and which of them holds its presence. */
    private void known(Incarnation who, long beatAt, long seenAt, boolean inRegistry, boolean inStore) {
        members.removeIf(m -> m.who().equals(who));
        sightings.removeIf(s -> s.who().equals(who));
        present.remove(who);
        Heartbeat beat = new Heartbeat(
                who,
                new Heartbeat.Profile(Labels.NONE, 4, Set.of(), "1", ""),
                new Heartbeat.Status(0, 0, 0, false, true, BEGIN, Duration.ZERO));
        members.add(new Member(beat, BEGIN.plusSeconds(beatAt)));
        sightings.add(new Sighting(who, BEGIN.plusSeconds(seenAt), inStore));
        if (inRegistry) {
            present.add(who);
        }
    }

    private Verdict judgedAt(long millis) {
        return judgedAt(millis, N1);
    }

    private Verdict judgedAt(long millis, Incarnation who) {
        Set<Incarnation> asked = new HashSet<>(Set.of(who));
        sightings.forEach(s -> asked.add(s.who()));
        return deaths.judge(observed(millis, millis, present), asked).getOrDefault(who, Verdict.LIVES);
    }

    /** What the stores say, the registry some time earlier than the database. */
    private Observation observed(long viewMillis, long millis, Set<Incarnation> there) {
        return new Observation(
                millis * 1_000_000,
                new ClusterView(BEGIN.plusMillis(viewMillis), members, Optional.empty(), Set.of()),
                there,
                new Sightings(BEGIN.plusMillis(millis), sightings));
    }

    private boolean allLive(long viewMillis, long millis, Incarnation... asked) {
        return deaths.allLive(observed(viewMillis, millis, Set.of()), Set.of(asked));
    }

    @Test
    void those_whom_the_database_counts_present_and_nobody_finds_silent_live_whatever_the_registry_counts() {
        known(N1, 0, 0, false, true);

        assertThat(allLive(25_000, 30_000, N1)).isTrue();
    }

    @Test
    void one_that_is_not_in_the_registry_yet_lives_by_the_database() {
        known(N1, 0, 0, false, true);
        members.clear();

        assertThat(allLive(0, 1_000, N1)).isTrue();
    }

    @Test
    void the_database_alone_does_not_tell_of_one_that_it_counts_absent() {
        known(N1, 0, 0, true, false);

        assertThat(allLive(0, 1_000, N1)).isFalse();
    }

    @Test
    void the_database_alone_does_not_tell_of_one_that_either_store_has_not_heard_for_the_timeout() {
        known(N1, 25, 0, true, true);
        assertThat(allLive(30_000, 30_001, N1)).isFalse();

        known(N1, 0, 25, true, true);
        assertThat(allLive(30_001, 30_001, N1)).isFalse();
    }

    @Test
    void the_database_alone_does_not_tell_of_an_incarnation_that_was_replaced() {
        known(N1, 0, 0, true, true);

        assertThat(allLive(0, 1_000, N1, new Incarnation(N1.node(), "life0"))).isFalse();
    }

    @Test
    void an_absence_ends_once_the_database_shows_that_all_live() {
        known(N1, 0, 0, false, false);
        judgedAt(0);
        known(N1, 0, 0, false, true);
        assertThat(allLive(0, 3_000, N1)).isTrue();
        known(N1, 0, 0, false, false);

        assertThat(judgedAt(4_500)).isEqualTo(Verdict.LIVES);
        assertThat(judgedAt(8_500)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void one_whose_presences_are_gone_is_dead_after_four_seconds_and_its_queue_free_after_two() {
        known(N1, 0, 0, false, false);

        assertThat(judgedAt(0)).isEqualTo(Verdict.LIVES);
        assertThat(judgedAt(1_900)).isEqualTo(Verdict.LIVES);
        assertThat(judgedAt(2_000)).isEqualTo(Verdict.QUEUED_FREE);
        assertThat(judgedAt(3_900)).isEqualTo(Verdict.QUEUED_FREE);
        assertThat(judgedAt(4_000)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void a_presence_in_one_store_is_enough() {
        known(N1, 0, 0, true, false);
        judgedAt(0);
        assertThat(judgedAt(9_000)).isEqualTo(Verdict.LIVES);

        known(N1, 0, 0, false, true);
        judgedAt(9_000);
        assertThat(judgedAt(20_000)).isEqualTo(Verdict.LIVES);
    }

    @Test
    void a_presence_that_came_back_ends_the_absence() {
        known(N1, 0, 0, false, false);
        judgedAt(0);
        known(N1, 0, 0, true, true);
        judgedAt(3_000);
        known(N1, 0, 0, false, false);

        assertThat(judgedAt(4_500)).isEqualTo(Verdict.LIVES);
        assertThat(judgedAt(8_500)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void a_heartbeat_or_a_sighting_that_moved_begins_the_absence_anew() {
        known(N1, 0, 0, false, false);
        judgedAt(0);
        known(N1, 3, 0, false, false);
        assertThat(judgedAt(4_000)).isEqualTo(Verdict.LIVES);
        known(N1, 3, 7, false, false);
        assertThat(judgedAt(8_000)).isEqualTo(Verdict.LIVES);

        assertThat(judgedAt(12_000)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void one_that_is_silent_and_present_is_dead_when_both_stores_heard_nothing_for_the_timeout() {
        known(N1, 0, 0, true, true);

        assertThat(judgedAt(30_000)).isEqualTo(Verdict.LIVES);
        assertThat(judgedAt(30_001)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void one_that_the_registry_alone_does_not_hear_keeps_what_it_runs() {
        known(N1, 0, 25, true, true);

        assertThat(judgedAt(31_000)).isEqualTo(Verdict.QUEUED_FREE);
    }

    @Test
    void one_that_the_database_alone_does_not_hear_keeps_everything() {
        known(N1, 25, 0, true, true);

        assertThat(judgedAt(31_000)).isEqualTo(Verdict.LIVES);
    }

    @Test
    void an_incarnation_that_is_not_its_nodes_current_one_is_dead_at_once() {
        Incarnation older = new Incarnation(N1.node(), "life0");
        known(N1, 0, 0, true, true);
        present.add(older);

        assertThat(judgedAt(1, older)).isEqualTo(Verdict.DEAD);
        assertThat(judgedAt(1)).isEqualTo(Verdict.LIVES);
    }

    @Test
    void if_more_than_half_of_three_die_together_nobody_is_dead_for_one_timeout() {
        three(true, false, false);
        judgedAt(0);
        assertThat(judgedAt(4_000)).isEqualTo(Verdict.LIVES);
        assertThat(judgedAt(33_900)).isEqualTo(Verdict.LIVES);

        assertThat(judgedAt(34_000)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void one_of_three_that_dies_is_believed_at_once() {
        three(true, true, false);
        judgedAt(0);

        assertThat(judgedAt(4_000)).isEqualTo(Verdict.DEAD);
    }

    /** The last of three is the one that is judged. */
    private void three(boolean first, boolean second, boolean last) {
        known(new Incarnation(new NodeId("n3"), "life1"), 0, 0, first, first);
        known(new Incarnation(new NodeId("n2"), "life1"), 0, 0, second, second);
        known(N1, 0, 0, last, last);
    }
}
