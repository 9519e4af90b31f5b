package io.baton.resilience.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.catalogue.StrayKeys.Stray;
import io.baton.resilience.cluster.RedisContent;
import io.baton.testservers.RedisServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** node-1 lives, node-2 does not; G.a@1 is open, G.a@2 has ended. */
class StrayKeysIT {
    private static final String PREFIX = "baton:{baton}:";
    private static final StrayKeys KEYS = new StrayKeys(Set.of("node-1"), Set.of("G.a@1"), false);

    private static RedisServer redis;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void end() {
        redis.close();
    }

    @BeforeEach
    void what_nodes_that_live_have() {
        redis.send("FLUSHALL");
        redis.send("LPUSH", PREFIX + "queue:node-1", "{\"task\":\"G.a@1\"}");
        redis.send("HSET", PREFIX + "inflight:node-1/7", "receipt", "{\"task\":\"G.a@1\"}");
        redis.send("ZADD", PREFIX + "queues", "1", "node-2");
        redis.send("ZADD", PREFIX + "holders", "1", "node-2/3");
        redis.send("LPUSH", PREFIX + "dead", "{}");
        redis.send("SET", PREFIX + "claim:G.a@1", "node-2/3", "EX", "60");
        redis.send("SET", PREFIX + "master", "node-1/7", "EX", "60");
        redis.send("HSET", PREFIX + "nodes", "node-1", "{}");
        redis.send("HSET", PREFIX + "incarnations", "node-1", "7");
        redis.send("ZADD", PREFIX + "beats", "1", "node-1");
        for (String registry : List.of("nodes", "incarnations", "beats")) {
            redis.send("EXPIRE", PREFIX + registry, "600");
        }
    }

    @Test
    void what_living_nodes_and_open_tasks_have_is_not_stray() {
        assertThat(KEYS.among(RedisContent.of(redis))).isEmpty();
        assertThat(RedisContent.of(redis)).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "LPUSH queue:node-2 {\"task\":\"G.a@1\"}, queue:node-2",
        "LPUSH queue:node-1 {\"task\":\"G.a@2\"}, queue:node-1",
        "HSET inflight:node-2/3 r {\"task\":\"G.a@1\"}, inflight:node-2/3",
        "HSET inflight:node-1/7 r {\"task\":\"G.a@2\"}, inflight:node-1/7",
        "LPUSH staging:node-2/3 {\"task\":\"G.a@1\"}, staging:node-2/3",
        "SET claim:G.a@2 node-1/7, claim:G.a@2",
        "SET claim:G.a@2 node-1/7 EX 3601, claim:G.a@2",
        "SET master node-2/3 EX 60, master",
        "SET master node-1/7, master",
        "PERSIST beats, beats",
        "HSET nodes node-2 {}, nodes",
        "HSET incarnations node-2 3, incarnations",
        "ZADD beats 1 node-2, beats",
        "SET draining yes, draining",
        "SET forgotten yes, forgotten"
    })
    void a_planted_key_is_found(String command, String key) {
        String[] words = command.split(" ");
        words[1] = PREFIX + words[1];
        redis.send(words);

        assertThat(KEYS.among(RedisContent.of(redis))).extracting(Stray::key).containsExactly(PREFIX + key);
    }

    @Test
    void a_key_of_nobody_at_all_is_found() {
        redis.send("SET", "baton:other", "1");

        assertThat(KEYS.among(RedisContent.of(redis)))
                .containsExactly(new Stray("baton:other", "is not of this cluster"));
    }

    @Test
    void what_a_revived_redis_has_in_flight_is_forgiven_to_nodes_that_live_alone() {
        redis.send("HSET", PREFIX + "inflight:node-1/7", "r", "{\"task\":\"G.a@2\"}");
        redis.send("HSET", PREFIX + "inflight:node-2/3", "r", "{\"task\":\"G.a@2\"}");
        StrayKeys revived = new StrayKeys(Set.of("node-1"), Set.of("G.a@1"), true);

        assertThat(revived.among(RedisContent.of(redis)))
                .extracting(Stray::key)
                .containsExactly(PREFIX + "inflight:node-2/3");
    }
}
