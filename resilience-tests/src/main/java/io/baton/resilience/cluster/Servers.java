package io.baton.resilience.cluster;

import io.baton.testservers.MariaDbServer;
import io.baton.testservers.RedisServer;

/** A Redis and a database of one cluster's own: it may be killed, emptied and paused without harm to anybody else. */
public record Servers(RedisServer redis, MariaDbServer mariaDb, String database) implements AutoCloseable {

    /** Redis with an append-only file, MariaDB that survives a crash. */
    public static Servers start() {
        MariaDbServer mariaDb = MariaDbServer.start(MariaDbServer.Durability.EACH_COMMIT);
        return new Servers(RedisServer.startAppendOnly(), mariaDb, mariaDb.createDatabase());
    }

    String jdbcUrl() {
        return mariaDb.jdbcUrl(database);
    }

    @Override
    public void close() {
        redis.close();
        mariaDb.close();
    }
}
