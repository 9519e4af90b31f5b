package io.baton.redis;

import io.baton.contracts.where.StoreGoneContract;
import io.baton.contracts.where.WhereClient;
import io.baton.testservers.RedisCluster;
import io.baton.testservers.RedisServer;
import org.junit.jupiter.api.Tag;

/** What every port says while all masters of its cluster are down. */
@Tag("minutes")
final class ClusterGoneIT extends StoreGoneContract {
    private final RedisCluster cluster = RedisCluster.start();
    private final RedisStore store = RedisStore.open(RedisSettings.of(cluster.uris(), "gone"));

    @Override
    protected WhereClient openAndLoseStore() {
        cluster.nodes().forEach(RedisServer::kill);
        return RedisWhereStore.ports(store);
    }

    @Override
    protected void close() {
        store.close();
        cluster.close();
    }
}
