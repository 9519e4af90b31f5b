package io.baton.testservers;

import java.net.URI;
import java.util.Optional;

/** The whole ladders, to servers that need not be a process of our own. */
final class ServerLadders {
    private ServerLadders() {}

    static RedisServer redis(Settings settings) {
        RedisServer server = new Ladder<RedisServer>("Redis server", settings.rungs())
                .rung(Rung.ADDRESS, () -> givenRedis(settings))
                .rung(Rung.DOCKER, () -> DockerEngine.redis(settings))
                .rung(Rung.PATH, () -> RedisBinary.installed(settings).map(ServerLadders::start))
                .rung(Rung.MAVEN, () -> RedisBinary.fromMaven(settings).map(ServerLadders::start))
                .climb();
        UsedServers.add(server.used());
        return server;
    }

    static MariaDbServer mariaDb(Settings settings) {
        MariaDbServer server = new Ladder<MariaDbServer>("MariaDB or MySQL server", settings.rungs())
                .rung(Rung.ADDRESS, () -> givenDatabase(settings))
                .rung(Rung.DOCKER, () -> DockerEngine.mysql(settings))
                .rung(Rung.PATH, () -> MariaDbBinary.installed(settings).map(ServerLadders::start))
                .rung(Rung.MAVEN, () -> MariaDbBinary.fromMaven(settings).map(ServerLadders::start))
                .climb();
        UsedServers.add(server.used());
        return server;
    }

    private static Outcome<RedisServer> givenRedis(Settings settings) {
        Optional<String> given = settings.value(Settings.REDIS_URI);
        if (given.isEmpty()) {
            return new Outcome.Missing<>(
                    "none given: set " + Settings.waysToSet(Settings.REDIS_URI, "redis://host:6379")
                            + " for a Redis that tests may write to");
        }
        return new Outcome.Works<>(RedisServer.foreign(URI.create(given.get()), Rung.ADDRESS, () -> {}));
    }

    private static Outcome<MariaDbServer> givenDatabase(Settings settings) {
        Optional<String> given = settings.value(Settings.DATABASE_URL);
        if (given.isEmpty()) {
            return new Outcome.Missing<>("none given: set "
                    + Settings.waysToSet(Settings.DATABASE_URL, "'jdbc:mysql://host:3306/?user=..&password=..'")
                    + " for a server on which tests may make databases");
        }
        return new Outcome.Works<>(MariaDbServer.foreign(JdbcAddress.parse(given.get()), Rung.ADDRESS, () -> {}));
    }

    private static RedisServer start(RedisBinary binary) {
        return RedisServer.start(binary, RedisConfig.plain());
    }

    private static MariaDbServer start(MariaDbBinary binary) {
        return MariaDbServer.start(binary, MariaDbServer.Durability.ORDERLY_STOP);
    }
}
