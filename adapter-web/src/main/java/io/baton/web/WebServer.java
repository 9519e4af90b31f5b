package io.baton.web;

import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.domain.port.StoreUnavailableException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.server.LocalConnector;

/** The node's HTTP: health and the login for everybody, API and console for who is known. */
public final class WebServer implements AutoCloseable {
    /** 200 requests at once; those of health are not counted. */
    private static final int CROWD = 200;
    /** The first Java whose virtual threads are no preview. */
    private static final int VIRTUAL_THREADS = 21;

    private static final String LEGAL_BIND = "legal is: an address or a name of this machine, or 0.0.0.0 for all";

    private final Javalin server;
    private final Streams streams;

    private WebServer(Javalin server, Streams streams) {
        this.server = server;
        this.streams = streams;
    }

    /**
     * Begins to listen.
     *
     * @param documents reads YAML or JSON as a tree; an {@link IllegalArgumentException} if it is neither
     * @throws StoreUnavailableException if address or port cannot be used; it names the setting
     */
    public static WebServer start(
            Desk.Look look,
            Office office,
            WebSettings settings,
            Function<String, Map<String, Object>> documents,
            Vitals vitals) {
        Streams streams = new Streams();
        Javalin server = create(
                office,
                settings,
                RouteTable.of(
                        look,
                        office,
                        new RouteTable.Surroundings(new Bodies(documents), vitals, streams, settings.bind())));
        try {
            probe(settings);
            server.start(settings.bind(), settings.port());
        } catch (IOException | RuntimeException e) {
            server.stop();
            streams.close();
            throw new StoreUnavailableException(why(settings), false, e);
        }
        return new WebServer(server, streams);
    }

    /** Loads the classes that {@link #start} needs, by a server that listens nowhere: for a thread beside one that waits. */
    public static void warmUp() {
        Javalin nowhere = Javalin.create(config -> {
            quiet(config);
            config.jetty.addConnector((server, http) -> new LocalConnector(server));
        });
        try {
            nowhere.start();
        } finally {
            nowhere.stop();
        }
    }

    private static String why(WebSettings settings) {
        InetAddress address;
        try {
            address = address(settings);
        } catch (UnknownHostException e) {
            return "baton.http.bind: " + settings.bind() + " cannot be resolved; " + LEGAL_BIND;
        }
        return bindable(address)
                ? "baton.http.port: " + settings.bind() + ":" + settings.port()
                        + " cannot be used: is it taken? Give another port, or 0 for any free one"
                : "baton.http.bind: " + settings.bind() + " is no address of this machine; " + LEGAL_BIND;
    }

    /** Whether a port of the address can be had: any free one. */
    private static boolean bindable(InetAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress address(WebSettings settings) throws UnknownHostException {
        return InetAddress.getAllByName(settings.bind())[0];
    }

    /** Finds out first whether the port is free: Javalin would tell of a taken one in the log, in words of its own. */
    private static void probe(WebSettings settings) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(settings), settings.port()));
        }
    }

    /** A server that does not listen yet. */
    static Javalin create(Office office, WebSettings settings, RouteTable table) {
        Doorkeeper doorkeeper = new Doorkeeper(office.entrance().admission(), table.openPaths());
        return Javalin.create(config -> {
            quiet(config);
            settings.tls()
                    .ifPresent(tls ->
                            config.jetty.addConnector((server, http) -> TlsConnector.of(server, http, settings, tls)));
            config.routes.before(Headers::put);
            config.routes.before(doorkeeper::check);
            Crowd crowd = new Crowd(CROWD);
            table.routes()
                    .forEach(route -> config.routes.addHttpHandler(
                            route.method(),
                            route.path(),
                            route.access() == Access.OPEN ? route.handler() : crowd.limit(route.guarded())));
            ProblemAnswers.register(config.routes);
        });
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= VIRTUAL_THREADS;
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        streams.close();
        server.stop();
    }
}
