package io.baton.redis;

import static io.baton.redis.Fixtures.A;
import static io.baton.redis.Fixtures.B;
import static io.baton.redis.Fixtures.NODE_1;
import static io.baton.redis.Fixtures.NODE_2;
import static io.baton.redis.Fixtures.NOW;
import static io.baton.redis.Fixtures.TIMEOUT;
import static io.baton.redis.Fixtures.beat;
import static io.baton.redis.Fixtures.firing;
import static io.baton.redis.Fixtures.message;
import static io.baton.redis.Fixtures.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baton.domain.port.StoreException;
import io.baton.domain.queue.Taken;
import io.baton.testservers.RedisServer;
import io.lettuce.core.LMoveArgs;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when Redis is emptied, killed, paused, or cut off in the middle of a step. */
final class FaultsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RedisServer server = RedisServer.startAppendOnly();
    private final RawRedis raw = RawRedis.at(server.uri());
    private final RedisKeys keys = new RedisKeys("faults");
    private final RedisStore store = RedisStore.open(Fixtures.impatient(server.uri(), "faults"));
    private final RedisStore other = RedisStore.open(Fixtures.impatient(server.uri(), "faults"));

    @AfterEach
    void close() {
        store.close();
        other.close();
        raw.close();
        server.close();
    }

    @Test
    void an_emptied_redis_is_filled_again_by_beats_and_pushes() {
        store.registry().beat(beat(A), TIMEOUT);
        store.queue().push(List.of(message(NODE_1, 1), message(NODE_1, 2)), 10_000);
        List<Taken> taken = store.queue().take(A, 1, NOW);

        raw.keys().flushall();

        assertThat(store.queue().take(A, 1, NOW)).isEmpty();
        store.queue().acknowledge(A, List.of(taken.get(0).receipt()));
        assertThat(other.recovery().holders()).isEmpty();
        assertThat(other.registry().view().nodes()).isEmpty();
        assertThat(store.registry().beat(beat(A), TIMEOUT).refusedFor()).isEmpty();
        assertThat(other.registry().present()).containsExactly(A);
        store.queue().push(List.of(message(NODE_1, 2)), 10_000);
        assertThat(store.queue().take(A, 5, NOW)).hasSize(1);
    }

    @Test
    void scripts_that_the_server_has_forgotten_are_sent_again() {
        List<Runnable> calls = List.of(
                () -> store.registry().beat(beat(A), TIMEOUT),
                () -> assertThat(store.registry().present()).containsExactly(A),
                () -> store.queue().push(List.of(message(NODE_1, 1), message(NODE_1, 2), message(NODE_2, 3)), 10_000),
                () -> assertThat(store.queue().take(A, 1, NOW)).hasSize(1),
                () -> assertThat(store.queue().steal(NODE_1, B, 1)).hasSize(1),
                () -> assertThat(store.recovery().states(List.of(NODE_2)).get(0).depth())
                        .isEqualTo(1),
                () -> assertThat(store.recovery().holders()).containsExactlyInAnyOrder(A, B),
                () -> assertThat(store.recovery().salvageQueue(NODE_2, NODE_1)).isEqualTo(1),
                () -> assertThat(store.recovery().salvageInFlight(B, NODE_1)).isEqualTo(1),
                () -> assertThat(store.lease().claim(A, TIMEOUT)).isEqualTo(A),
                () -> store.lease().release(A),
                () -> store.registry().leave(A));

        for (Runnable call : calls) {
            raw.keys().scriptFlush();
            call.run();
        }

        assertThat(store.recovery().states(List.of(NODE_1)).get(0).depth()).isEqualTo(2);
    }

    @Test
    void a_killed_server_that_comes_back_finds_its_nodes_present_again() {
        store.registry().beat(beat(A), TIMEOUT);
        store.queue().push(List.of(message(NODE_1, 1)), 10_000);

        server.kill();
        assertThatThrownBy(() -> store.registry().view()).isInstanceOf(StoreException.class);
        server.restart();

        await().atMost(SOON)
                .ignoreException(StoreException.class)
                .until(() -> other.registry().present().equals(Set.of(A)));
        await().atMost(SOON)
                .ignoreException(StoreException.class)
                .until(() -> store.queue().take(A, 5, NOW).size() == 1);
    }

    @Test
    void a_push_that_was_under_way_when_the_server_died_fails_and_is_not_repeated() {
        store.queue().push(List.of(message(NODE_2, 1)), 10_000);
        server.pause();
        CompletableFuture<Void> push =
                CompletableFuture.runAsync(() -> store.queue().push(List.of(message(NODE_1, 1)), 10_000));
        server.kill();
        assertThatThrownBy(push::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(StoreException.class);

        server.restart();

        await().atMost(SOON)
                .ignoreException(StoreException.class)
                .untilAsserted(() -> store.queue().push(List.of(message(NODE_2, 2)), 10_000));
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .ignoreException(StoreException.class)
                .until(() -> other.recovery().states(List.of(NODE_1)).get(0).depth() == 0);
    }

    /** The connection is back long before the time for an answer is over: the client could send the push again. */
    @Test
    void a_push_whose_connection_was_cut_fails_and_is_not_repeated() {
        try (RedisStore patient = RedisStore.open(RedisSettings.of(server.uri(), "patient"))) {
            patient.queue().push(List.of(message(NODE_2, 1)), 10_000);
            client("PAUSE", "60000", "WRITE");
            CompletableFuture<Void> push =
                    CompletableFuture.runAsync(() -> patient.queue().push(List.of(message(NODE_1, 1)), 10_000));
            await().atMost(SOON)
                    .until(() -> raw.keys()
                            .clientList()
                            .lines()
                            .anyMatch(line -> line.contains(" name=baton-patient ") && line.contains(" flags=b ")));

            raw.killConnections("baton-patient");

            assertThatThrownBy(push::get).hasRootCauseMessage("Connection disconnected");
            client("UNPAUSE");
            await().atMost(SOON)
                    .ignoreException(StoreException.class)
                    .untilAsserted(() -> patient.queue().push(List.of(message(NODE_2, 2)), 10_000));
            assertThat(patient.recovery().states(List.of(NODE_1)).get(0).depth())
                    .isZero();
        }
    }

    private void client(String... words) {
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8);
        List.of(words).forEach(arguments::add);
        assertThat(raw.keys().dispatch(CommandType.CLIENT, new StatusOutput<>(StringCodec.UTF8), arguments))
                .isEqualTo("OK");
    }

    @Test
    void a_crash_between_waiting_and_taking_loses_nothing() {
        store.queue().take(A, 1, NOW);
        store.queue().push(List.of(message(NODE_1, 1)), 10_000);
        raw.keys().lmove(keys.queue(NODE_1), keys.staging(A), LMoveArgs.Builder.rightLeft());

        assertThat(other.recovery().holders()).containsExactly(A);
        assertThat(other.recovery().inFlight(A)).containsExactly(name(1));
        assertThat(other.recovery().salvageInFlight(A, NODE_2)).isEqualTo(1);

        assertThat(other.queue().take(B, 5, NOW)).hasSize(1);
        assertThat(other.recovery().holders()).containsExactly(B);
    }

    @Test
    void what_a_wait_has_left_behind_is_taken_by_the_owner_first() {
        store.queue().push(List.of(message(NODE_1, 1), message(NODE_1, 2)), 10_000);
        raw.keys().lmove(keys.queue(NODE_1), keys.staging(A), LMoveArgs.Builder.rightLeft());

        List<Taken> taken = store.queue().take(A, 1, NOW);

        assertThat(taken).hasSize(1);
        assertThat(other.recovery().inFlight(A)).containsExactly(name(1));
    }

    @Test
    void a_take_whose_reply_was_lost_loses_nothing() {
        store.queue().push(List.of(message(NODE_1, 1), message(NODE_1, 2)), 10_000);
        store.queue().take(B, 1, NOW);

        server.pause();
        assertThatThrownBy(() -> store.queue().take(A, 5, NOW)).isInstanceOf(StoreException.class);
        server.resume();
        await().atMost(SOON).until(() -> raw.keys().hlen(keys.inFlight(A)) == 2);
        List<Taken> taken = store.queue().take(A, 5, NOW);

        assertThat(taken).hasSize(2);
        assertThat(other.recovery().inFlight(A)).containsExactlyInAnyOrder(name(1), name(2));
        store.queue().acknowledge(A, taken.stream().map(Taken::receipt).toList());
        assertThat(raw.keys().exists(keys.inFlight(A), keys.staging(A), keys.queue(NODE_1)))
                .isZero();
    }

    @Test
    void a_wait_whose_connection_was_cut_fails_and_the_next_one_gets_the_message() {
        CompletableFuture<List<Taken>> waiting =
                CompletableFuture.supplyAsync(() -> store.queue().take(A, 1, Duration.ofSeconds(5)));
        await().atMost(SOON).until(() -> raw.keys().clientList().contains("cmd=blmove"));

        raw.killConnections("baton-faults");
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(StoreException.class);

        await().atMost(SOON)
                .ignoreException(StoreException.class)
                .untilAsserted(() -> other.queue().push(List.of(message(NODE_1, 1)), 10_000));
        await().atMost(SOON)
                .ignoreException(StoreException.class)
                .until(() -> store.queue().take(A, 1, Duration.ofSeconds(1)).size() == 1);
    }

    @Test
    void waiting_on_an_empty_queue_costs_one_command_a_wait() {
        Duration wait = Duration.ofMillis(100);
        store.queue().take(A, 1, wait);
        long scripts = calls("evalsha");
        long waits = calls("blmove");

        for (int i = 0; i < 5; i++) {
            assertThat(store.queue().take(A, 1, wait)).isEmpty();
        }

        assertThat(calls("evalsha") - scripts).isZero();
        assertThat(calls("blmove") - waits).isEqualTo(5);
    }

    @Test
    void a_presence_that_was_renewed_is_counted_once() {
        store.registry().beat(beat(A), TIMEOUT);
        Presence presence = new Presence(
                new SingleConnector(io.lettuce.core.RedisClient.create(server.uri()), TIMEOUT), keys, TIMEOUT);
        presence.announce(B);
        presence.renew();

        await().atMost(SOON)
                .until(() -> raw.nodes()
                        .get(0)
                        .pubsubNumsub(keys.presence(B))
                        .equals(java.util.Map.of(keys.presence(B), 1L)));
    }

    @Test
    void a_beat_that_finds_its_presence_gone_renews_it() {
        store.registry().beat(beat(A), TIMEOUT);
        String victim = raw.keys()
                .clientList()
                .lines()
                .filter(line -> line.contains(" sub=1 "))
                .findFirst()
                .orElseThrow();
        assertThat(victim).contains("name=baton-faults");

        raw.killConnections("baton-faults");

        await().atMost(SOON).ignoreException(StoreException.class).until(() -> {
            store.registry().beat(beat(A), TIMEOUT);
            return other.registry().present().contains(A);
        });
        assertThat(raw.nodes().get(0).pubsubNumsub(keys.presence(A))).containsEntry(keys.presence(A), 1L);
    }

    @Test
    void a_claim_that_was_granted_while_the_answer_got_lost_is_granted_again() {
        store.lock().claim(List.of(firing(2)), A, TIMEOUT); // opens the connection

        server.pause();
        assertThatThrownBy(() -> store.lock().claim(List.of(firing(1)), A, TIMEOUT))
                .isInstanceOf(StoreException.class);
        server.resume();
        await().atMost(SOON).until(() -> raw.keys().exists(keys.claim(firing(1))) == 1);

        assertThat(store.lock().claim(List.of(firing(1)), A, TIMEOUT))
                .containsExactly(io.baton.domain.port.TaskLock.Reply.GRANTED);
    }

    private long calls(String command) {
        return raw.keys()
                .info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_" + command + ":calls="))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1, line.indexOf(','))))
                .findFirst()
                .orElse(0);
    }
}
