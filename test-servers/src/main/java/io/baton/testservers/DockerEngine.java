package io.baton.testservers;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The rung of Docker: looks for an engine without touching Testcontainers, which takes seconds to find that there is none
 * and need not be on the class path. (Lambdas, not method references, which would load {@link Containers} at once.)
 */
final class DockerEngine {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private DockerEngine() {}

    static Outcome<RedisServer> redis(Settings settings) {
        return container(settings, () -> Containers.redis())
                .map(at -> RedisServer.foreign(
                        URI.create("redis://" + at.host() + ":" + at.port()), Rung.DOCKER, at.release()));
    }

    static Outcome<MariaDbServer> mysql(Settings settings) {
        return container(settings, () -> Containers.mysql())
                .map(at -> MariaDbServer.foreign(JdbcAddress.ofRoot(at.host(), at.port()), Rung.DOCKER, at.release()));
    }

    private static Outcome<Containers.Running> container(Settings settings, Supplier<Containers.Running> start) {
        if (settings.variable("DOCKER_HOST").isEmpty() && !Files.exists(SOCKET)) {
            return new Outcome.Missing<>("no DOCKER_HOST and no " + SOCKET + ": start a Docker engine");
        }
        try {
            if (!Containers.engineAnswers()) {
                return new Outcome.Missing<>("the engine does not answer: start it, or leave this rung out");
            }
            return new Outcome.Works<>(start.get());
        } catch (LinkageError e) {
            return new Outcome.Missing<>(
                    "Testcontainers is not on the class path: add org.testcontainers:testcontainers");
        } catch (RuntimeException e) {
            return new Outcome.Missing<>("the container does not start: " + e);
        }
    }
}
