package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntFunction;

/** A loopback port that nobody listens on at the moment. */
final class FreePort {
    /** Someone else may take a port between our finding it and the server's using it; five times in a row is no chance. */
    private static final int ATTEMPTS = 5;

    private FreePort() {}

    static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }

    /** What {@code start} makes of a free port; it is asked again with another one if that was taken meanwhile. */
    static <T> T with(IntFunction<T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.apply(find());
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
