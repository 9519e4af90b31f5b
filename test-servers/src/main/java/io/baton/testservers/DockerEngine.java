package io.baton.testservers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/** The rung of Docker: asks for an engine without touching Testcontainers, which takes seconds to find that there is none. */
final class DockerEngine {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    /** The port of an engine whose address names none. */
    private static final int PORT = 2375;
    /** 2 s: an engine that is farther away than that is of no use to tests. */
    private static final int PATIENCE_MILLIS = 2000;

    private DockerEngine() {}

    static Outcome<RedisServer> redis(Settings settings) {
        return container(settings, Containers::redis)
                .map(at -> RedisServer.foreign(
                        URI.create("redis://" + at.host() + ":" + at.port()), Rung.DOCKER, at.release()));
    }

    static Outcome<MariaDbServer> mysql(Settings settings) {
        return container(settings, Containers::mysql)
                .map(at -> MariaDbServer.foreign(JdbcAddress.ofRoot(at.host(), at.port()), Rung.DOCKER, at.release()));
    }

    private static Outcome<Containers.Running> container(Settings settings, Supplier<Containers.Running> start) {
        String engine = settings.variable("DOCKER_HOST").orElse("unix://" + SOCKET);
        if (settings.variable("DOCKER_HOST").isEmpty() && !Files.exists(SOCKET)) {
            return new Outcome.Missing<>("no DOCKER_HOST and no " + SOCKET + ": start a Docker engine");
        }
        try {
            connect(URI.create(engine));
            if (!Containers.engineAnswers()) {
                return new Outcome.Missing<>("the engine does not answer: start it, or leave this rung out");
            }
            return new Outcome.Works<>(start.get());
        } catch (IOException e) {
            return new Outcome.Missing<>("no engine is reached at " + engine + " (" + e.getMessage()
                    + "): start it, or leave this rung out");
        } catch (RuntimeException e) {
            return new Outcome.Missing<>("the container does not start: " + e);
        }
    }

    /** Fails if nobody listens there; addresses of another kind ({@code ssh}, {@code npipe}) are left to Testcontainers. */
    private static void connect(URI engine) throws IOException {
        String scheme = Objects.requireNonNullElse(engine.getScheme(), "");
        if (scheme.equals("unix")) {
            SocketChannel.open(UnixDomainSocketAddress.of(engine.getPath())).close();
        } else if (scheme.equals("tcp")) {
            try (Socket socket = new Socket()) {
                int port = engine.getPort() < 0 ? PORT : engine.getPort();
                socket.connect(new InetSocketAddress(engine.getHost(), port), PATIENCE_MILLIS);
            }
        }
    }
}
