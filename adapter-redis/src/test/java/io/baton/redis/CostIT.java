package io.baton.redis;

import static io.baton.redis.Fixtures.A;
import static io.baton.redis.Fixtures.B;
import static io.baton.redis.Fixtures.NODE_1;
import static io.baton.redis.Fixtures.NODE_2;
import static io.baton.redis.Fixtures.NOW;
import static io.baton.redis.Fixtures.TIMEOUT;
import static io.baton.redis.Fixtures.beat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.port.StoreException;
import io.baton.testservers.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node that waits costs Redis, in commands as the server counts them, those within scripts too. */
final class CostIT {
    private static final Pattern PROCESSED = Pattern.compile("calls=(\\d+),");

    private static final Duration WAIT = Duration.ofMillis(20);

    private final RedisServer server = RedisServer.start();
    private final RawRedis raw = RawRedis.at(server.uri());
    private final RedisStore store = RedisStore.open(RedisSettings.of(server.uri(), "cost"));

    @BeforeEach
    void join() {
        for (int twice = 0; twice < 2; twice++) {
            store.registry().beat(beat(A), TIMEOUT);
            store.registry().beat(beat(B), TIMEOUT);
        }
        store.recovery().states(List.of(NODE_1));
        store.lease().claim(A, TIMEOUT);
    }

    @AfterEach
    void close() {
        store.close();
        raw.close();
        server.close();
    }

    /** All calls but those of the question itself. */
    private long commands() {
        long all = 0;
        for (String line : raw.nodes().get(0).info("commandstats").lines().toList()) {
            Matcher calls = PROCESSED.matcher(line);
            if (!line.startsWith("cmdstat_info") && calls.find()) {
                all += Long.parseLong(calls.group(1));
            }
        }
        return all;
    }

    private long costOf(Runnable step) {
        long before = commands();
        step.run();
        return commands() - before;
    }

    @Test
    void a_beat_costs_ten_commands_whatever_the_number_of_nodes() {
        assertThat(costOf(() -> store.registry().beat(beat(A), TIMEOUT))).isEqualTo(10);
    }

    @Test
    void the_state_of_an_empty_queue_costs_two_and_a_claim_of_the_role_three() {
        assertThat(costOf(() -> store.recovery().states(List.of(NODE_1)))).isEqualTo(2);
        assertThat(costOf(() -> store.lease().claim(A, TIMEOUT))).isEqualTo(3);
    }

    @Test
    void a_look_for_what_nobody_will_take_costs_five_for_each_index_while_all_is_empty() {
        store.queue().take(A, 1, NOW);
        store.queue().take(B, 1, NOW);
        store.recovery().holders();

        assertThat(costOf(() -> assertThat(store.recovery().holders()).isEmpty()))
                .isEqualTo(5);
        assertThat(costOf(() -> assertThat(store.recovery().queues()).containsExactlyInAnyOrder(NODE_1, NODE_2)))
                .isEqualTo(5);
    }

    @Test
    void after_a_wait_in_vain_the_next_costs_one_command() {
        store.queue().take(A, 1, WAIT);

        assertThat(costOf(() -> store.queue().take(A, 1, WAIT))).isEqualTo(1);
    }

    @Test
    void for_a_minute_after_a_failure_each_wait_looks_for_what_may_come_to_light_late() {
        RedisKeys keys = new RedisKeys("cost");
        store.queue().take(A, 1, WAIT);
        raw.keys().set(keys.queue(NODE_1), "not a list");
        assertThatThrownBy(() -> store.queue().take(A, 1, WAIT)).isInstanceOf(StoreException.class);
        raw.keys().del(keys.queue(NODE_1));
        assertThat(store.queue().take(A, 1, WAIT)).isEmpty();

        raw.keys().lpush(keys.staging(A), "DEMO.late");

        assertThat(store.queue().take(A, 1, WAIT)).hasSize(1);
    }
}
