package io.baton.resilience.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Passes TCP connections on to a server on loopback, under a {@link Weather} that can be changed at any time. A close by
 * one side is passed on to the other at once.
 */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final AtomicReference<Weather> weather = new AtomicReference<>(Weather.FAIR);
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    private FaultProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** Listens on a free port of loopback. @param target the server's port, on loopback too */
    public static FaultProxy to(int target) {
        try {
            FaultProxy proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            Link.thread("proxy-" + target, proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a proxy", e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /**
     * Changes the weather of open and new connections. {@link Weather.Reset} ends the open ones, and weather in which bytes
     * pass again those of which bytes have vanished.
     */
    public void weather(Weather now) {
        weather.set(now);
        links.stream()
                .filter(link -> now instanceof Weather.Reset || link.torn(now))
                .forEach(Link::reset);
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                if (weather.get() instanceof Weather.Reset) {
                    Link.abort(client);
                } else {
                    open(client);
                }
            }
        } catch (IOException e) {
            links.forEach(Link::reset); // the proxy was closed
        }
    }

    private void open(Socket client) throws IOException {
        Socket server = new Socket();
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
        } catch (IOException e) {
            server.close();
            Link.abort(client); // the server is down: so is what stands for it
            return;
        }
        Link link = new Link(client, server, weather::get);
        links.add(link);
        link.run(() -> links.remove(link));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::reset);
    }
}
