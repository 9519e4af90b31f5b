package io.baton.resilience.scenes;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;

/** A plain Redis client beside the product: what anybody with access to the Redis could do. */
final class Wire implements AutoCloseable {
    private static final String PREFIX = "baton:{baton}:";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    Wire(Scene scene) {
        this.client = RedisClient.create(scene.cluster.servers().redis().uri());
        this.connection = client.connect();
    }

    RedisCommands<String, String> redis() {
        return connection.sync();
    }

    /** Sends a message as senders do. */
    void push(String node, String message) {
        redis().lpush(PREFIX + "queue:" + node, message);
    }

    /** The dead letters, newest first. */
    List<String> dead() {
        return redis().lrange(PREFIX + "dead", 0, -1);
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
