package io.baton.resilience.catalogue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Whether a server, or the proxy before it, answers on a port of loopback, and after how long. */
final class Pulse {
    /** 1 s without an answer is none; on loopback one takes less than 1 ms. */
    private static final int SILENCE = 1_000;

    private Pulse() {}

    /** Ms until the reply to a PING; empty if none comes within a second, or the connection ends. */
    static OptionalLong redis(int port) {
        return answer(port, "PING\r\n");
    }

    /** Ms until the greeting that the database sends to whoever connects; empty as above. */
    static OptionalLong database(int port) {
        return answer(port, "");
    }

    private static OptionalLong answer(int port, String request) {
        long began = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SILENCE);
            socket.setSoTimeout(SILENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() < 0
                    ? OptionalLong.empty()
                    : OptionalLong.of((System.nanoTime() - began) / 1_000_000);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
