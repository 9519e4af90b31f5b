package io.baton.redis;

import io.baton.contracts.where.StoreGoneContract;
import io.baton.contracts.where.WhereClient;
import io.baton.testservers.RedisServer;

/** What every port says while its server is down. */
final class StoreGoneIT extends StoreGoneContract {
    private final RedisServer server = RedisServer.start();
    private final RedisStore store = RedisStore.open(RedisSettings.of(server.uri(), "gone"));

    @Override
    protected WhereClient openAndLoseStore() {
        server.kill();
        return RedisWhereStore.ports(store);
    }

    @Override
    protected void close() {
        store.close();
        server.close();
    }
}
