package io.baton.redis;

import io.baton.contracts.where.StoreGoneContract;
import io.baton.contracts.where.WhereClient;
import io.baton.testservers.RedisServer;
import org.junit.jupiter.api.Tag;

/** What every port says while its server is there and answers nothing. */
@Tag("minutes")
final class StorePausedIT extends StoreGoneContract {
    private final RedisServer server = RedisServer.start();
    private final RedisStore store = RedisStore.open(RedisSettings.of(server.uri(), "paused"));

    @Override
    protected WhereClient openAndLoseStore() {
        server.pause();
        return RedisWhereStore.ports(store);
    }

    @Override
    protected void close() {
        server.resume();
        store.close();
        server.close();
    }
}
