package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

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

    private RedisServer(URI uri, String version, Rung rung, Control control) {
        this.uri = uri;
        this.version = version;
        this.rung = rung;
        this.control = control;
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

    static RedisServer start(RedisBinary binary, RedisConfig config) {
        Path folder = Folders.temporary("baton-redis-");
        return FreePort.with(port -> {
            Launch launch = new Launch(
                    "Redis on port " + port,
                    folder,
                    config.command(binary.executable(), port, folder),
                    pid -> RedisFacts.of(uri(port)).pid() == pid);
            OwnProcess process = OwnProcess.start(launch);
            return reached(uri(port), binary.rung(), process);
        });
    }

    /** The server at {@code uri}, which has to answer; it is left to its owner. */
    static RedisServer foreign(URI uri, Rung rung, Runnable release) {
        return reached(uri, rung, new ForeignServer("Redis (" + rung.label() + ")", release));
    }

    private static RedisServer reached(URI uri, Rung rung, Control control) {
        try {
            return new RedisServer(uri, RedisFacts.of(uri).version(), rung, control);
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
