package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisServerIT {
    @Test
    void answers_on_its_uri_and_leaves_no_process_when_closed() throws IOException {
        RedisServer server = RedisServer.start();
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();

        assertThat(server.uri()).isEqualTo("redis://127.0.0.1:" + server.port());
        assertThat(send(server, "PING")).isEqualTo("PONG");

        server.close();
        assertThat(process.isAlive()).isFalse();
        assertThatThrownBy(() -> new Socket(server.host(), server.port())).isInstanceOf(IOException.class);
    }

    @Test
    void a_plain_server_comes_back_empty_on_the_same_port() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            send(server, "SET", "key", "value");

            server.restart();

            assertThat(send(server, "GET", "key")).isEmpty();
        }
    }

    @Test
    void an_append_only_server_has_its_data_again_after_a_stop_and_after_a_kill() throws IOException {
        try (RedisServer server = RedisServer.startAppendOnly()) {
            send(server, "SET", "before stop", "1");
            server.stop();
            assertThatThrownBy(server::pid).isInstanceOf(IllegalStateException.class);
            server.restart();
            send(server, "SET", "before kill", "2");
            server.kill();
            server.restart();

            assertThat(send(server, "MGET", "before stop", "before kill")).isEqualTo("1\n2");
        }
    }

    @Test
    void a_paused_server_does_not_answer_until_it_is_resumed() throws IOException {
        try (RedisServer server = RedisServer.start();
                RespClient client = new RespClient(server.host(), server.port())) {
            server.pause();
            assertThatThrownBy(() -> client.send("PING")).isInstanceOf(SocketTimeoutException.class);

            server.resume();
            assertThat(send(server, "PING")).isEqualTo("PONG");
        }
    }

    @Test
    void a_paused_server_can_be_restarted_and_closed() throws IOException {
        RedisServer server = RedisServer.start();
        server.pause();
        server.restart();
        assertThat(send(server, "PING")).isEqualTo("PONG");

        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        server.pause();
        server.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void two_servers_are_two_servers() throws IOException {
        try (RedisServer one = RedisServer.start();
                RedisServer other = RedisServer.start()) {
            send(one, "SET", "key", "value");

            assertThat(send(other, "GET", "key")).isEmpty();
        }
    }

    @Test
    void a_false_clock_steps_ahead_and_back_and_what_has_a_time_to_live_goes_with_it() throws IOException {
        if (!RedisServer.mayHaveFalseClock()) {
            assertThatThrownBy(RedisServer::startWithFalseClock).isInstanceOf(NoServerException.class);
            return;
        }
        try (RedisServer server = RedisServer.startWithFalseClock()) {
            send(server, "SET", "key", "value", "EX", "30");
            assertThat(ahead(server)).isBetween(-2L, 2L);

            server.clockAhead(Duration.ofMinutes(1));
            assertThat(ahead(server)).isBetween(58L, 62L);
            assertThat(send(server, "GET", "key")).isEmpty();

            server.clockAhead(Duration.ZERO);
            assertThat(ahead(server)).isBetween(-2L, 2L);
        }
    }

    @Test
    void the_clock_of_the_machine_is_not_stepped() {
        try (RedisServer server = RedisServer.start()) {
            assertThatThrownBy(() -> server.clockAhead(Duration.ofMinutes(1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Seconds by which the server's clock is ahead of this machine's. */
    private static long ahead(RedisServer server) throws IOException {
        long told = Long.parseLong(send(server, "TIME").lines().findFirst().orElseThrow());
        return told - System.currentTimeMillis() / 1000;
    }

    private static String send(RedisServer server, String... words) throws IOException {
        try (RespClient client = new RespClient(server.host(), server.port())) {
            return client.send(words);
        }
    }
}
