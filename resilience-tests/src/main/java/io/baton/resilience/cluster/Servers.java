package io.baton.resilience.cluster;

import io.baton.testservers.MariaDbServer;
import io.baton.testservers.RedisCluster;
import io.baton.testservers.RedisSentinels;
import io.baton.testservers.RedisServer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Redis and a database of one cluster's own: they may be killed, emptied and paused without harm to anybody else.
 *
 * @param redis the server that scenes act on: the only one, the one of a Redis Cluster that has the keys, or the master at the start
 * @param redisUri what nodes are given
 * @param parts what is to be closed
 */
public record Servers(
        RedisServer redis, String redisUri, MariaDbServer mariaDb, String database, List<AutoCloseable> parts)
        implements AutoCloseable {

    public Servers {
        parts = List.copyOf(parts);
    }

    /** One Redis with an append-only file, and a MariaDB whose commits survive a crash. */
    public static Servers start() {
        RedisServer redis = RedisServer.startAppendOnly();
        return with(redis, redis.uri(), redis);
    }

    /** The same with a Redis Cluster of three masters. */
    public static Servers redisCluster() {
        RedisCluster cluster = RedisCluster.start();
        int slot = Integer.parseInt(cluster.nodes().get(0).send("CLUSTER", "KEYSLOT", "{baton}"));
        return with(cluster.ownerOf(slot), cluster.uris(), cluster);
    }

    /** The same with a master, its replica, and Sentinels that watch them. */
    public static Servers sentinels() {
        RedisSentinels sentinels = RedisSentinels.start();
        return with(sentinels.master(), sentinels.uri(), sentinels);
    }

    /** The same with a Redis whose wall clock can be stepped. */
    public static Servers redisWithFalseClock() {
        RedisServer redis = RedisServer.startWithFalseClock();
        return with(redis, redis.uri(), redis);
    }

    private static Servers with(RedisServer redis, String uri, AutoCloseable where) {
        MariaDbServer mariaDb = MariaDbServer.start(MariaDbServer.Durability.EACH_COMMIT);
        return new Servers(redis, uri, mariaDb, mariaDb.createDatabase(), List.of(where, mariaDb));
    }

    /** The servers that may hold keys: the only one, all masters of a Redis Cluster, or whom the Sentinels call master now. */
    public List<RedisServer> redisMasters() {
        return parts.stream()
                .flatMap(part -> part instanceof RedisCluster ofMany
                        ? ofMany.nodes().stream()
                        : part instanceof RedisSentinels watched
                                ? Stream.of(watched.master())
                                : part instanceof RedisServer alone ? Stream.of(alone) : Stream.empty())
                .toList();
    }

    public String jdbcUrl() {
        return mariaDb.jdbcUrl(database);
    }

    /** The same addresses, at other ports of loopback. */
    public Cluster.Addresses through(int redisPort, int databasePort) {
        return new Cluster.Addresses(
                redisUri.replace(":" + redis.port(), ":" + redisPort),
                jdbcUrl().replace(":" + mariaDb.port(), ":" + databasePort));
    }

    @Override
    @SuppressWarnings("try") // close() may be interrupted: the rest is closed all the same when the JVM ends
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(part + " does not close", e);
            }
        }
    }
}
