package io.baton.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connects to one server, or to the one that Sentinels call the master: each connection asks them anew. */
record SingleConnector(RedisClient client, Duration timeout) implements Connector {
    @Override
    public Line connect() {
        StatefulRedisConnection<String, String> connection = client.connect();
        return new Line(connection, connection.async());
    }

    @Override
    public Listener listen() {
        StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
        return new Listener(connection, connection.async());
    }

    @Override
    public String info(Line line) {
        return LettuceFutures.awaitOrCancel(line.commands().info(), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
