package io.baton.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Connects to a Redis Cluster. All keys lie in one slot, so all commands go to the master that owns it.
 *
 * @param anyKey one of the keys
 */
record ClusterConnector(RedisClusterClient client, String anyKey, Duration timeout) implements Connector {
    @Override
    public Line connect() {
        StatefulRedisClusterConnection<String, String> connection = client.connect();
        try {
            // Else the first command would be rejected, since it finds the owner of the slot unconnected.
            RedisURI owner = owner().getUri();
            connection.getConnection(owner.getHost(), owner.getPort());
        } catch (RuntimeException e) {
            var unused = connection.closeAsync(); // what went wrong is told by the exception
            throw e;
        }
        return new Line(connection, connection.async());
    }

    @Override
    public Listener listen() {
        client.refreshPartitions(); // the slot may have a new owner
        StatefulRedisClusterPubSubConnection<String, String> whole = client.connectPubSub();
        try {
            return new Listener(whole, whole.getConnection(owner().getNodeId()).async());
        } catch (RuntimeException e) {
            var unused = whole.closeAsync(); // what went wrong is told by the exception
            throw e;
        }
    }

    @Override
    public String info(Line line) {
        var connection = (StatefulRedisClusterConnection<String, String>) line.connection();
        return LettuceFutures.awaitOrCancel(
                connection.getConnection(owner().getNodeId()).async().info(),
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private RedisClusterNode owner() {
        int slot = SlotHash.getSlot(anyKey);
        RedisClusterNode node = client.getPartitions().getPartitionBySlot(slot);
        if (node == null) {
            throw new RedisException("no server of the Redis Cluster owns slot " + slot);
        }
        return node;
    }
}
