package io.baton.resilience.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One connection through the proxy: a client's socket, the server's, and a thread a direction. */
final class Link {
    private static final int BUFFER = 64 * 1024;
    /** 64 bytes tell which request it is. */
    private static final int HEAD = 64;

    private final Socket client;
    private final Socket server;
    private final Supplier<Weather> weather;
    /** The beginning of what the client sent last. */
    private volatile String asked = "";

    private volatile boolean lostThere;
    private volatile boolean lostBack;

    Link(Socket client, Socket server, Supplier<Weather> weather) {
        this.client = client;
        this.server = server;
        this.weather = weather;
    }

    /** @param ended told once, when the connection is over */
    void run(Runnable ended) throws SocketException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        thread("proxy-there", () -> pass(client, server, false));
        thread("proxy-back", () -> {
            pass(server, client, true);
            ended.run();
        });
    }

    static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends both sides with a reset. */
    void reset() {
        abort(client);
        abort(server);
    }

    /** Closes with a reset instead of a farewell. */
    static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed, which is what was wanted.
        }
    }

    private void pass(Socket from, Socket to, boolean reply) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passOn(buffer, read, out, reply);
            }
            client.close();
            server.close();
        } catch (IOException e) {
            reset();
        }
    }

    /** Whether bytes vanished in a direction that would pass again under that weather: what follows would make no sense. */
    boolean torn(Weather now) {
        return (lostThere && !swallows(now, false)) || (lostBack && !swallows(now, true));
    }

    private void passOn(byte[] bytes, int count, OutputStream out, boolean reply) throws IOException {
        Weather now = weather.get();
        if (now instanceof Weather.Slow slow) {
            pause(slow.delay().toMillis());
        }
        if (!reply) {
            asked = new String(bytes, 0, Math.min(count, HEAD), StandardCharsets.ISO_8859_1);
        }
        if (now instanceof Weather.CutReplies cut && reply && cut.cuts(asked)) {
            out.write(bytes, 0, count / 2);
            out.flush();
            throw new IOException("cut in the middle of a reply");
        }
        if (swallows(now, reply)) {
            lose(reply);
        } else if (torn(now)) {
            throw new IOException("bytes of this connection have vanished");
        } else {
            out.write(bytes, 0, count);
            out.flush();
        }
    }

    /** Whether bytes in that direction vanish. */
    private static boolean swallows(Weather now, boolean reply) {
        return now instanceof Weather.BlackHole || (now instanceof Weather.OneWay way && way.replies() == reply);
    }

    private void lose(boolean reply) {
        if (reply) {
            lostBack = true;
        } else {
            lostThere = true;
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
