package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.testservers.RedisServer;

/** The nodes' queues, as any client of Redis sees them. */
final class Queues {
    private static final String PREFIX = "baton:{baton}:";
    static final String DEAD = PREFIX + "dead";

    private Queues() {}

    static String of(NodeProcess node) {
        return PREFIX + "queue:" + node.id();
    }

    /** How many messages all lives of the node have taken and not acknowledged. */
    static long inFlight(Stage stage, NodeProcess node) {
        RedisServer redis = stage.cluster().servers().redis();
        return redis.send("KEYS", PREFIX + "inflight:" + node.id() + "/*")
                .lines()
                .mapToLong(key -> Long.parseLong(redis.send("HLEN", key)))
                .sum();
    }

    /** How many of the messages are this text. */
    static long count(Stage stage, String queue, String message) {
        return stage.cluster()
                .servers()
                .redis()
                .send("LRANGE", queue, "0", "-1")
                .lines()
                .filter(message::equals)
                .count();
    }

    static long length(Stage stage, String queue) {
        return Long.parseLong(stage.cluster().servers().redis().send("LLEN", queue));
    }
}
