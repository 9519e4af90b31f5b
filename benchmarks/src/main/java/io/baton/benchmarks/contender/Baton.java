package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.starts.Noop;
import io.baton.benchmarks.starts.StartLog;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.NodeProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Baton's nodes from the built jar; its jobs are rows of its table, as an operator would write them. */
public final class Baton implements Contender {
    /** 500 at once: no-op tasks need no processor of their own, and what runs at once is recorded at once. */
    private static final int SLOTS = 500;
    /** 5,000 jobs a second are read, taken over and armed, and ten seconds for the rest. */
    private static final int TAKEN_A_SECOND = 500;

    @Override
    public String name() {
        return "baton";
    }

    @Override
    public String settings() {
        return "-Xmx1g, baton.node.slots=" + SLOTS + ", baton.log.level=warn, the rest as it comes";
    }

    @Override
    public boolean everySecond() {
        return true;
    }

    @Override
    public Ready ready(Room room, Load load, int workers) {
        Cluster cluster = new Cluster(
                        room.servers(), room.folder(), List.of("--baton.node.slots=" + SLOTS, "--baton.log.level=warn"))
                .jvm(List.of("-Xmx1g"));
        try {
            pack(room.folder().resolve("tasks"));
            cluster.startAll(workers);
            long due = (System.currentTimeMillis() / 1000 + 15 + load.jobs() / TAKEN_A_SECOND) * 1000;
            insert(room, load, due);
            return new Nodes(cluster, due);
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            cluster.close();
            throw new IllegalStateException("the jobs cannot be inserted: " + e.getMessage(), e);
        }
    }

    private static void insert(Room room, Load load, long due) throws SQLException {
        boolean once = load.seconds() == 0;
        String sql = once
                ? "INSERT INTO job (name, target, once_at) VALUES (?, ?, ?)"
                : "INSERT INTO job (name, target, cron, zone, valid_from, valid_until) VALUES (?, ?, '* * * * * ?', 'UTC', ?, ?)";
        try (Connection connection = room.connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int n = 0; n < load.jobs(); n++) {
                insert.setString(1, "BENCH.j" + n);
                insert.setString(2, Noop.class.getName() + ".run");
                insert.setLong(3, due);
                if (!once) {
                    insert.setLong(4, due + load.seconds() * 1000L - 1);
                }
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void pack(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("noop.jar")))) {
            for (Class<?> packed : List.of(Noop.class, StartLog.class)) {
                String entry = packed.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream bytes = packed.getClassLoader().getResourceAsStream(entry)) {
                    if (bytes == null) {
                        throw new IOException(entry + " is not on the class path");
                    }
                    bytes.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }

    private record Nodes(Cluster cluster, long due) implements Ready {
        @Override
        public List<Long> processes() {
            return cluster.living().stream().map(NodeProcess::pid).toList();
        }

        @Override
        public void rest() {
            Pause.until(due - 1_000);
        }

        @Override
        public Optional<Recorded> recorded(Room room, long from, long until) {
            try (Connection connection = room.connect();
                    PreparedStatement count = connection.prepareStatement(
                            "SELECT COUNT(*), SUM(outcome = 'SUCCEEDED') FROM task WHERE scheduled_at >= ? AND scheduled_at < ?")) {
                count.setLong(1, from);
                count.setLong(2, until);
                try (ResultSet row = count.executeQuery()) {
                    return row.next() ? Optional.of(new Recorded(row.getLong(1), row.getLong(2))) : Optional.empty();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the ledger cannot be read: " + e.getMessage(), e);
            }
        }

        @Override
        public long go() {
            return due;
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
