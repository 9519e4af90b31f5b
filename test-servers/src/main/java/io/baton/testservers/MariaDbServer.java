package io.baton.testservers;

import java.sql.SQLException;

/**
 * A running MariaDB server; by a given address or by Docker it may be a MySQL instead.
 *
 * <p>A server made by {@link #start} is a process of its own on a free loopback port, has the user root without a password,
 * takes 300 connections, and may be stopped, killed and paused; the shared one of {@link TestServers#mariaDb()} may be a
 * foreign server, for which those methods throw {@link IllegalStateException}. Safe for use by several threads.
 */
public final class MariaDbServer implements AutoCloseable {
    private final Databases databases;
    private final JdbcAddress address;
    private final String product;
    private final Rung rung;
    private final Control control;

    /** What a commit survives. */
    public enum Durability {
        /** An orderly stop; the commits of the last second may be lost when the server is killed. Fast, for most tests. */
        ORDERLY_STOP,
        /** Everything: each commit is on disk before it is confirmed. */
        EACH_COMMIT
    }

    private MariaDbServer(Databases databases, String product, Rung rung, Control control) {
        this.databases = databases;
        this.address = databases.address();
        this.product = product;
        this.rung = rung;
        this.control = control;
    }

    /** Starts a server with {@link Durability#ORDERLY_STOP}; see {@link #start(Durability)}. */
    public static MariaDbServer start() {
        return start(Durability.ORDERLY_STOP);
    }

    /**
     * Starts an empty server.
     *
     * @throws NoServerException if this machine has no {@code mariadbd} and none comes with the class path
     * @throws ServerFailedException if it does not start
     */
    public static MariaDbServer start(Durability durability) {
        return noted(start(MariaDbBinary.find(Settings.ofThisJvm()), durability));
    }

    /** The server at {@code address}, which has to answer; it is left to its owner. */
    static MariaDbServer foreign(JdbcAddress address, Rung rung, Runnable release) {
        Databases databases = new Databases(address);
        return reached(databases, rung, new ForeignServer("Database (" + rung.label() + ")", () -> {
            databases.dropFresh();
            release.run();
        }));
    }

    static MariaDbServer start(MariaDbBinary binary, Durability durability) {
        MariaDbFiles files = MariaDbFiles.create(binary, durability);
        return FreePort.with(port -> {
            JdbcAddress address = JdbcAddress.ofRoot("127.0.0.1", port);
            OwnProcess process = OwnProcess.start(new Launch(
                    "MariaDB on port " + port, files.folder(), files.serve(port), pid -> files.areServedBy(address)));
            return reached(new Databases(address), binary.rung(), process);
        });
    }

    private static MariaDbServer reached(Databases databases, Rung rung, Control control) {
        try {
            return new MariaDbServer(databases, databases.product(), rung, control);
        } catch (SQLException e) {
            control.close();
            throw new ServerFailedException(control + " does not answer: " + e.getMessage(), e);
        }
    }

    private static MariaDbServer noted(MariaDbServer server) {
        UsedServers.add(server.used());
        return server;
    }

    public String host() {
        return address.host();
    }

    public int port() {
        return address.port();
    }

    /** {@code jdbc:mysql://127.0.0.1:port/database}; user and password have to be given besides it. */
    public String jdbcUrl(String database) {
        return address.url(database);
    }

    /** The user that may do everything: {@code root}, unless the address was given. */
    public String user() {
        return address.user();
    }

    /** The user's password: empty, unless the address was given. */
    public String password() {
        return address.password();
    }

    /** E.g. {@code MariaDB 10.11.5}. */
    public String product() {
        return product;
    }

    /** Makes an empty database with a name of its own, in utf8mb4, and returns the name; dropped when this is closed. */
    public String createDatabase() {
        return databases.createFresh();
    }

    /**
     * Makes the empty database {@code name}, in utf8mb4.
     *
     * @throws IllegalArgumentException if the name is not 1 to 64 letters, digits and underscores
     * @throws ServerFailedException if the server refuses, e.g. since there is one of that name
     */
    public void createDatabase(String name) {
        databases.create(name);
    }

    /** Number of the server's process. */
    public long pid() {
        return control.pid();
    }

    /** Ends the server in an orderly way (SIGTERM), unless it has ended; its databases stay. */
    public void stop() {
        control.stop();
    }

    /** Ends the server at once (SIGKILL), unless it has ended; see {@link Durability} for what stays. */
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

    /** Ends the server and deletes its data; one that was given is left running, without the fresh databases made here. */
    @Override
    public void close() {
        control.close();
    }

    /** E.g. {@code MariaDB 10.11.5 (maven artifact) on 127.0.0.1:4711}. */
    @Override
    public String toString() {
        return used().toString();
    }

    UsedServer used() {
        return new UsedServer(product, rung, address.hostAndPort());
    }
}
