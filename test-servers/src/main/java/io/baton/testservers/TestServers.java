package io.baton.testservers;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers that all tests of a JVM share: each is started when it is first asked for and closed when the JVM ends.
 *
 * <p>Tests must not stop, kill, pause or close them, and keep out of each other's way by a key prefix or a database of
 * their own. At the end one line on standard output names the servers used. Safe for use by several threads.
 *
 * <p>System properties, each also as an environment variable in capitals ({@code BATON_TEST_RUNGS}):
 *
 * <ul>
 *   <li>{@code baton.test.redis.uri}: a Redis to use, {@code redis[s]://[[user]:password@]host[:port]}
 *   <li>{@code baton.test.db.url}: a MySQL or MariaDB to use, {@code jdbc:mysql://host:port/?user=…&password=…}
 *   <li>{@code baton.test.rungs}: the only rungs to try, some of {@code address,docker,path,maven}
 *   <li>{@code baton.test.servers.report}: a file to which the servers used are appended, a line each kind
 *   <li>{@code baton.test.servers.last}: {@code true} in the last JVM of a build, which says what stands in that file
 * </ul>
 */
public final class TestServers {
    private static final Shared<RedisServer> REDIS = new Shared<>(() -> ServerLadders.redis(Settings.ofThisJvm()));
    private static final Shared<MariaDbServer> MARIA_DB =
            new Shared<>(() -> ServerLadders.mariaDb(Settings.ofThisJvm()));
    private static final Shared<RedisCluster> REDIS_CLUSTER = new Shared<>(RedisCluster::start);

    static {
        JvmEnd.closes(UsedServers::report); // for a JVM without JUnit
    }

    private TestServers() {}

    /**
     * A Redis, by the first rung that works: given address, Docker, installed, Maven artifact.
     *
     * @throws NoServerException if no rung works
     */
    public static RedisServer redis() {
        return REDIS.get();
    }

    /**
     * A MariaDB, or a MySQL by the rungs that give one: given address, Docker, installed, Maven artifact.
     *
     * @throws NoServerException if no rung works
     */
    public static MariaDbServer mariaDb() {
        return MARIA_DB.get();
    }

    /**
     * A Redis Cluster of three masters, installed or from the Maven artifact.
     *
     * @throws NoServerException if neither rung works
     */
    public static RedisCluster redisCluster() {
        return REDIS_CLUSTER.get();
    }

    /** One line for each server that this JVM used, shared or not: {@code Redis 7.0.15 (maven artifact) on 127.0.0.1:4711}. */
    public static List<String> used() {
        return UsedServers.all().stream().map(UsedServer::toString).toList();
    }

    /** A server that is started once; a start that failed is tried again by the next caller. */
    private static final class Shared<T> {
        private final Supplier<T> start;
        private @Nullable T server;

        Shared(Supplier<T> start) {
            this.start = start;
        }

        synchronized T get() {
            T started = server;
            if (started == null) {
                started = start.get();
                server = started;
            }
            return started;
        }
    }
}
