package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one Redis process is to be: the lines of its configuration file besides the port, and the arguments after that.
 *
 * <p>No variant writes snapshots; only {@link #appendOnly} keeps data over a restart.
 */
record RedisConfig(List<String> lines, List<String> arguments) {
    RedisConfig {
        lines = List.copyOf(lines);
        arguments = List.copyOf(arguments);
    }

    static RedisConfig plain() {
        return data();
    }

    static RedisConfig appendOnly() {
        return data("appendonly yes");
    }

    /** A node that speaks to other nodes on {@code busPort}, and takes them for dead after 2 s. */
    static RedisConfig clusterNode(int busPort) {
        return data(
                "cluster-enabled yes",
                "cluster-config-file nodes.conf",
                "cluster-node-timeout 2000",
                "cluster-port " + busPort);
    }

    static RedisConfig replicaOf(int masterPort) {
        return data("replicaof 127.0.0.1 " + masterPort);
    }

    /**
     * One of the sentinels over {@code name}: two of them have to agree that it is down, after 2 s.
     *
     * <p>Not after less: a sentinel asks once a second, or once in the time given here if that is shorter, so that with half
     * a second it takes a healthy server for dead again and again, and master and replica change places each second.
     */
    static RedisConfig sentinel(String name, int masterPort) {
        return new RedisConfig(
                List.of(
                        "sentinel monitor " + name + " 127.0.0.1 " + masterPort + " 2",
                        "sentinel down-after-milliseconds " + name + " 2000",
                        "sentinel failover-timeout " + name + " 3000"),
                List.of("--sentinel"));
    }

    /** The command that starts {@code executable} so, on {@code port} in {@code folder}, where the file is written. */
    List<String> command(Path executable, int port, Path folder) {
        Path file = folder.resolve("redis.conf");
        try {
            Files.write(
                    file,
                    Stream.concat(Stream.of("bind 127.0.0.1", "port " + port), lines.stream())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("No configuration file for Redis", e);
        }
        return Stream.concat(Stream.of(executable.toString(), file.toString()), arguments.stream())
                .toList();
    }

    private static RedisConfig data(String... lines) {
        // Without a delay of 0 a new replica waits 5 s for others to join it.
        return new RedisConfig(
                Stream.concat(Stream.of("save \"\"", "repl-diskless-sync-delay 0"), Stream.of(lines))
                        .toList(),
                List.of());
    }
}
