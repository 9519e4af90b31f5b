package io.baton.redis;

import static io.baton.redis.Fixtures.A;
import static io.baton.redis.Fixtures.B;
import static io.baton.redis.Fixtures.NODE_1;
import static io.baton.redis.Fixtures.NODE_2;
import static io.baton.redis.Fixtures.NOW;
import static io.baton.redis.Fixtures.SENT;
import static io.baton.redis.Fixtures.TIMEOUT;
import static io.baton.redis.Fixtures.beat;
import static io.baton.redis.Fixtures.firing;
import static io.baton.redis.Fixtures.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.Taken;
import io.baton.redis.RedisKeys.Kind;
import io.baton.testservers.RedisServer;
import io.lettuce.core.LMoveArgs;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every key that traffic leaves in Redis is one of the table, of the type that the table says. */
final class CensusIT {
    private final RedisServer server = RedisServer.start();
    private final RawRedis raw = RawRedis.at(server.uri());
    private final RedisKeys keys = new RedisKeys("census");
    private final RedisStore store = RedisStore.open(RedisSettings.of(server.uri(), "census"));

    @AfterEach
    void close() {
        store.close();
        raw.close();
        server.close();
    }

    private Kind kind(String key) {
        String name = key.substring(keys.prefix().length());
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> kind.pattern().contains("<") ? name.startsWith(kind.stem()) : name.equals(kind.stem()))
                .toList();
        assertThat(kinds).as("kinds of the key " + key).hasSize(1);
        return kinds.get(0);
    }

    private Set<Kind> census() {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        for (String key : raw.keys().keys("*")) {
            assertThat(key).startsWith(keys.prefix());
            Kind kind = kind(key);
            assertThat(raw.keys().type(key)).as("type of " + key).isEqualTo(kind.type());
            found.add(kind);
        }
        return found;
    }

    private void traffic() {
        store.registry().beat(beat(A), TIMEOUT);
        store.registry().beat(beat(B), TIMEOUT);
        store.registry().wantDrain(NODE_2, true);
        store.lease().claim(A, TIMEOUT);
        store.lock().claim(List.of(firing(1), firing(2)), A, TIMEOUT);
        store.queue()
                .push(List.of(message(NODE_1, 1), message(NODE_1, 2), message(NODE_1, 3), message(NODE_2, 4)), 10_000);
        store.queue().take(A, 1, NOW);
        store.queue().steal(NODE_1, B, 1);
        store.queue().setAside(new DeadLetter("letter", "raw", "reason", NODE_1, SENT));
        raw.keys().lmove(keys.queue(NODE_1), keys.staging(A), LMoveArgs.Builder.rightLeft());
    }

    @Test
    void every_key_is_one_of_the_table_and_every_kind_occurs() {
        traffic();

        Set<Kind> expected = EnumSet.allOf(Kind.class);
        expected.remove(Kind.PRESENCE);
        assertThat(census()).isEqualTo(expected);
        assertThat(raw.nodes().get(0).pubsubChannels()).containsExactlyInAnyOrder(keys.presence(A), keys.presence(B));
    }

    @Test
    void what_has_no_deleter_has_a_time_to_live() {
        traffic();

        Set<Kind> mortal = EnumSet.noneOf(Kind.class);
        for (String key : raw.keys().keys("*")) {
            if (raw.keys().pttl(key) > 0) {
                mortal.add(kind(key));
            }
        }

        assertThat(mortal)
                .containsExactlyInAnyOrder(Kind.CLAIM, Kind.MASTER, Kind.NODES, Kind.INCARNATIONS, Kind.BEATS);
    }

    @Test
    void the_registry_lives_on_with_any_node_though_a_beat_does_not_put_its_end_off_each_time() {
        store.registry().beat(beat(A), TIMEOUT);
        raw.keys().persist(keys.the(Kind.BEATS));
        store.registry().beat(beat(A), TIMEOUT);
        store.registry().beat(beat(B), TIMEOUT);

        assertThat(raw.keys().pttl(keys.the(Kind.BEATS)))
                .isBetween(Duration.ofDays(6).toMillis(), Duration.ofDays(7).toMillis());
    }

    @Test
    void after_the_work_only_indexes_claims_and_dead_letters_are_left() {
        traffic();

        while (store.recovery().salvageInFlight(B, NODE_1) > 0) {
            assertThat(store.recovery().holders()).isNotNull();
        }
        store.recovery().salvageQueue(NODE_2, NODE_1);
        Set<Taken> held = new HashSet<>(store.queue().take(A, 100, Duration.ofMillis(50)));
        assertThat(held).hasSize(3);
        store.recovery().salvageInFlight(A, NODE_1);
        List<Taken> all = store.queue().take(A, 100, NOW);
        store.queue().acknowledge(A, all.stream().map(Taken::receipt).toList());
        store.registry().wantDrain(NODE_2, false);
        store.lease().release(A);
        store.registry().leave(A);
        store.registry().evict(B);

        assertThat(all).hasSize(4);
        assertThat(census()).isSubsetOf(Kind.QUEUES, Kind.HOLDERS, Kind.CLAIM, Kind.DEAD);
        assertThat(raw.keys().keys("*").stream().map(this::kind).collect(Collectors.toSet()))
                .contains(Kind.DEAD);
    }
}
