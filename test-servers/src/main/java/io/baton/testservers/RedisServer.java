package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running Redis server on its own, without a password unless it is a given one.
 *
 * <p>A server made by {@link #start()} or {@link #startAppendOnly()} is a process of its own on a free loopback port and may
 * be stopped, killed and paused; the shared one of {@link TestServers#redis()} may be a foreign server, for which those
 * methods throw {@link IllegalStateException}. Safe for use by several threads.
 */
public final class RedisServer implements AutoCloseable {
    private final URI uri;
    private final String version;
    private final Rung rung;
    private final Control control;
    private final Optional<FalseClock> clock;

    private RedisServer(URI uri, String version, Rung rung, Control control, Optional<FalseClock> clock) {
        this.uri = uri;
        this.version = version;
        this.rung = rung;
        this.control = control;
        this.clock = clock;
    }

    /**
     * Starts a server that keeps nothing over a restart.
     *
     * @throws NoServerException if this machine has no {@code redis-server} and none comes with the class path
     * @throws ServerFailedException if it does not start
     */
    public static RedisServer start() {
        return noted(start(RedisBinary.find(Settings.ofThisJvm()), RedisConfig.plain()));
    }

    /**
     * Starts a server that writes each change to its append-only file, and so has its data again after {@link #restart()},
     * even if it was killed.
     *
     * @throws NoServerException if this machine has no {@code redis-server} and none comes with the class path
     * @throws ServerFailedException if it does not start
     */
    public static RedisServer startAppendOnly() {
        return noted(start(RedisBinary.find(Settings.ofThisJvm()), RedisConfig.appendOnly()));
    }

    /**
     * The same, with the program that is installed, and with a wall clock that {@link #clockAhead} steps.
     *
     * @throws NoServerException if this machine has no {@code redis-server}, or no libfaketime
     * @throws ServerFailedException if it does not start
     */
    public static RedisServer startWithFalseClock() {
        ClockedRedis found = ClockedRedis.find(Settings.ofThisJvm());
        Path folder = Folders.temporary("baton-redis-");
        FalseClock clock = FalseClock.in(folder, found.library());
        return noted(start(found.binary(), RedisConfig.appendOnly(), folder, Optional.of(clock)));
    }

    /** Whether this machine has what {@link #startWithFalseClock} needs. */
    public static boolean mayHaveFalseClock() {
        return ClockedRedis.isHere(Settings.ofThisJvm());
    }

    static RedisServer start(RedisBinary binary, RedisConfig config) {
        return start(binary, config, Folders.temporary("baton-redis-"), Optional.empty());
    }

    private static RedisServer start(RedisBinary binary, RedisConfig config, Path folder, Optional<FalseClock> clock) {
        return FreePort.with(port -> {
            List<String> command = config.command(binary.executable(), port, folder);
            Launch launch = new Launch(
                    "Redis on port " + port,
                    folder,
                    clock.map(c -> c.command(command)).orElse(command),
                    pid -> RedisFacts.of(uri(port)).pid() == pid);
            return reached(uri(port), binary.rung(), OwnProcess.start(launch), clock);
        });
    }

    /** The server at {@code uri}, which has to answer; it is left to its owner. */
    static RedisServer foreign(URI uri, Rung rung, Runnable release) {
        return reached(uri, rung, new ForeignServer("Redis (" + rung.label() + ")", release), Optional.empty());
    }

    private static RedisServer reached(URI uri, Rung rung, Control control, Optional<FalseClock> clock) {
        try {
            return new RedisServer(uri, RedisFacts.of(uri).version(), rung, control, clock);
        } catch (IOException e) {
            control.close();
            throw new ServerFailedException(control + " does not answer: " + e.getMessage(), e);
        }
    }

    private static RedisServer noted(RedisServer server) {
        UsedServers.add(server.used());
        return server;
    }

    private static URI uri(int port) {
        return URI.create("redis://127.0.0.1:" + port);
    }

    public String host() {
        return uri.getHost();
    }

    public int port() {
        return uri.getPort() < 0 ? 6379 : uri.getPort();
    }

    /** {@code redis://127.0.0.1:port}, or a given address as it was given, with its password if it has one. */
    public String uri() {
        return uri.toString();
    }

    /** E.g. {@code 7.0.15}. */
    public String version() {
        return version;
    }

    /** Number of the server's process. */
    public long pid() {
        return control.pid();
    }

    /** Ends the server in an orderly way (SIGTERM), unless it has ended. */
    public void stop() {
        control.stop();
    }

    /** Ends the server at once (SIGKILL), unless it has ended. */
    public void kill() {
        control.kill();
    }

    /** Starts the server again on the same port, after stopping it if it runs; returns when it answers. */
    public void restart() {
        control.restart();
    }

    /** Freezes the server (SIGSTOP): connections stay open and nothing answers, until {@link #resume()}. */
    public void pause() {
        control.pause();
    }

    /** Takes back {@link #pause()} (SIGCONT). */
    public void resume() {
        control.resume();
    }

    /**
     * Steps the server's wall clock, whatever it is now, to so much ahead of the machine's; zero sets it right.
     *
     * @throws IllegalStateException unless it was made by {@link #startWithFalseClock()}
     */
    public void clockAhead(Duration by) {
        clock.orElseThrow(() -> new IllegalStateException(this + " has the machine's clock"))
                .ahead(by);
    }

    /**
     * The reply to a command, on a connection of its own: elements of an array on lines of their own, nil empty.
     *
     * @throws UncheckedIOException if it does not answer within 5 s, or with an error
     */
    public String send(String... words) {
        try (RespClient client = RespClient.to(uri)) {
            return client.send(words);
        } catch (IOException e) {
            throw new UncheckedIOException(this + " did not do " + words[0] + ": " + e.getMessage(), e);
        }
    }

    /** Ends the server and deletes its data; a server that was given is left running. */
    @Override
    public void close() {
        control.close();
    }

    Rung rung() {
        return rung;
    }

    /** E.g. {@code Redis 7.0.15 (maven artifact) on 127.0.0.1:4711}. */
    @Override
    public String toString() {
        return used().toString();
    }

    UsedServer used() {
        return new UsedServer("Redis " + version, rung, host() + ":" + port());
    }
}
