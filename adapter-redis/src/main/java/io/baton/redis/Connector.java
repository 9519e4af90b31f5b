package io.baton.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;

/** Opens connections to the server that holds the keys of the cluster. */
interface Connector {
    /** A new connection for commands. */
    Line connect();

    /** A new connection for subscriptions, to the server that holds the keys. */
    Listener listen();

    /** What the server that holds the keys tells of itself (INFO), by way of a connection of this connector. */
    String info(Line line);

    /** A connection, and what sends commands on it. */
    record Line(StatefulConnection<String, String> connection, RedisClusterAsyncCommands<String, String> commands) {}

    /**
     * A connection with subscriptions.
     *
     * @param whole what is to be closed
     */
    record Listener(StatefulConnection<String, String> whole, RedisPubSubAsyncCommands<String, String> commands) {}
}
