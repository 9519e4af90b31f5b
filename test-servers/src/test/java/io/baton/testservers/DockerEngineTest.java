package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEngineTest {
    @TempDir
    private Path folder;

    @Test
    void an_engine_that_has_gone_and_left_its_socket_is_passed_over_at_once() throws IOException {
        Path socket = folder.resolve("docker.sock");
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();

        assertThat(why("unix://" + socket)).contains("no engine is reached at unix://" + socket, "start it");
    }

    @Test
    void an_engine_that_does_not_listen_on_its_port_is_passed_over_at_once() throws IOException {
        int port;
        try (ServerSocket left = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = left.getLocalPort();
        }

        assertThat(why("tcp://127.0.0.1:" + port)).contains("no engine is reached at tcp://127.0.0.1:" + port);
    }

    private static String why(String engine) {
        long began = System.nanoTime();
        Outcome<RedisServer> outcome = DockerEngine.redis(new Settings(Map.of(), Map.of("DOCKER_HOST", engine)));

        // Testcontainers alone would look for an engine for longer than that.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(outcome).isInstanceOf(Outcome.Missing.class);
        return ((Outcome.Missing<RedisServer>) outcome).why();
    }
}
