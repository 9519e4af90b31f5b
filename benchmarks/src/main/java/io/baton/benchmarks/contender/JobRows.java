package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.starts.Noop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Baton's jobs as rows of its table, as an operator would write them. */
public final class JobRows {
    private static final String TARGET = Noop.class.getName() + ".run";
    private static final String ONCE = "INSERT INTO job (name, target, labels, once_at) VALUES (?, ?, ?, ?)";
    private static final String EACH_SECOND =
            "INSERT INTO job (name, target, labels, cron, zone, valid_from, valid_until)"
                    + " VALUES (?, ?, ?, '* * * * * ?', 'UTC', ?, ?)";
    /** An interval is due at its anchor and multiples of its length; that it has one already is left as it is. */
    private static final String SPREAD =
            "INSERT INTO job (name, target, labels, every_ms, anchor, valid_from, valid_until)"
                    + " VALUES (?, ?, ?, 1000, ?, ?, ?)";

    private static final String CRON =
            "INSERT INTO job (name, target, cron, zone, misfire) VALUES (?, ?, ?, 'UTC', 'skip')";
    private static final int BATCH = 10_000;

    private JobRows() {}

    /**
     * The jobs of a load.
     *
     * @param due the first due time, epoch millis
     * @param labels that a node must have, such as {@code side=b}; empty = none
     */
    public static void insert(Room room, Load load, long due, String labels) {
        boolean spread = load.kind() == Kind.SPREAD;
        String sql = load.seconds() == 0 ? ONCE : spread ? SPREAD : EACH_SECOND;
        rows(room, sql, load.jobs(), (insert, n) -> {
            insert.setString(1, name(n));
            insert.setString(2, TARGET);
            insert.setString(3, labels);
            int column = 4;
            if (spread) {
                insert.setLong(column++, due - 1_000 + load.offset(n));
            }
            insert.setLong(column++, due);
            if (load.seconds() > 0) {
                insert.setLong(column, due + load.seconds() * 1000L - 1);
            }
        });
    }

    /** Jobs by their cron expressions, which are due from now on. */
    public static void insert(Room room, Crons crons) {
        rows(room, CRON, crons.jobs(), (insert, n) -> {
            insert.setString(1, name(n));
            insert.setString(2, TARGET);
            insert.setString(3, crons.text(n));
        });
    }

    private static String name(int n) {
        return "BENCH.j" + n;
    }

    private interface Values {
        void set(PreparedStatement insert, int n) throws SQLException;
    }

    private static void rows(Room room, String sql, int count, Values values) {
        try (Connection connection = room.connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int n = 0; n < count; n++) {
                values.set(insert, n);
                insert.addBatch();
                if (n % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the jobs cannot be inserted: " + e.getMessage(), e);
        }
    }
}
