package io.baton.resilience.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test is client and server at once: what it writes on one side it looks for on the other. */
class FaultProxyTest {
    /** 5 s: the most that something may take which happens at once. */
    private static final int AT_ONCE = 5_000;
    /** 200 ms without a byte count as silence; on loopback a byte takes less than one. */
    private static final int SILENCE = 200;

    private ServerSocket server;
    private FaultProxy proxy;
    private Socket near;
    private Socket far;

    @BeforeEach
    void a_connection_through_the_proxy() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(AT_ONCE);
        proxy = FaultProxy.to(server.getLocalPort());
        near = connect();
        far = server.accept();
        far.setSoTimeout(AT_ONCE);
        passes(near, far, "opened");
    }

    @AfterEach
    void end() throws IOException {
        near.close();
        far.close();
        proxy.close();
        server.close();
    }

    @Test
    void bytes_pass_both_ways() throws IOException {
        passes(near, far, "request");
        passes(far, near, "reply");
    }

    @Test
    void a_close_by_the_server_reaches_the_client() throws IOException {
        far.close();

        assertThat(near.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_close_by_the_client_reaches_the_server() throws IOException {
        near.close();

        assertThat(far.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_server_that_is_down_looks_like_a_reset() throws IOException {
        server.close();

        Socket late = connect();

        isReset(late);
    }

    @Test
    void reset_ends_open_connections_and_refuses_new_ones() throws IOException {
        proxy.weather(new Weather.Reset());

        isReset(near);
        isReset(far);
        isReset(connect());
    }

    @Test
    void in_a_black_hole_bytes_vanish_and_no_connection_closes() throws IOException {
        proxy.weather(new Weather.BlackHole());

        vanishes(near, far);
        vanishes(far, near);
    }

    @Test
    void a_connection_that_lost_bytes_does_not_go_on_in_fair_weather() throws IOException {
        proxy.weather(new Weather.BlackHole());
        vanishes(near, far);

        proxy.weather(Weather.FAIR);

        isReset(near);
        Socket fresh = connect();
        try (Socket accepted = server.accept()) {
            passes(fresh, accepted, "again");
        }
    }

    @Test
    void one_way_loss_lets_the_other_way_pass() throws IOException {
        proxy.weather(new Weather.OneWay(true));

        passes(near, far, "request");
        vanishes(far, near);
        passes(near, far, "request again");
    }

    @Test
    void a_reply_is_cut_in_its_middle_and_the_next_one_passes() throws IOException {
        Weather.CutReplies cut = Weather.CutReplies.next(1);
        proxy.weather(cut);
        passes(near, far, "request");

        write(far, "12345678");

        assertThat(read(near, 4)).isEqualTo("1234");
        isReset(near);
        Socket fresh = connect();
        try (Socket accepted = server.accept()) {
            passes(accepted, fresh, "whole");
        }
        assertThat(cut.cut()).isEqualTo(1);
    }

    @Test
    void only_the_reply_to_a_request_that_holds_the_words_is_cut() throws IOException {
        Weather.CutReplies cut = Weather.CutReplies.nextTo("commit", 1);
        proxy.weather(cut);

        passes(near, far, "\u0003UPDATE");
        passes(far, near, "whole");
        assertThat(cut.cut()).isZero();
        passes(near, far, "\u0003COMMIT");
        write(far, "12345678");

        assertThat(read(near, 4)).isEqualTo("1234");
        isReset(near);
        assertThat(cut.cut()).isEqualTo(1);
    }

    @Test
    void slow_bytes_come_later_and_whole() throws IOException {
        proxy.weather(new Weather.Slow(Duration.ofMillis(300)));
        long began = System.nanoTime();

        passes(near, far, "slow");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(AT_ONCE);
        return socket;
    }

    private static void passes(Socket from, Socket to, String text) throws IOException {
        write(from, text);
        assertThat(read(to, text.length())).isEqualTo(text);
    }

    private static void vanishes(Socket from, Socket to) throws IOException {
        write(from, "lost");
        to.setSoTimeout(SILENCE);
        assertThatThrownBy(() -> to.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        to.setSoTimeout(AT_ONCE);
    }

    private static void isReset(Socket socket) {
        assertThatThrownBy(() -> socket.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket from, int count) throws IOException {
        return new String(from.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }
}
