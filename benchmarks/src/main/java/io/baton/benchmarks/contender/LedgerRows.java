package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.contender.Contender.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Baton's ledger, read beside it. */
public final class LedgerRows {
    private LedgerRows() {}

    /** What was due from that instant on and before the other, epoch millis. */
    public static Recorded recorded(Room room, long from, long until) {
        return read(
                room,
                "SELECT COUNT(*), COALESCE(SUM(outcome = 'SUCCEEDED'), 0) FROM task WHERE scheduled_at >= ? AND scheduled_at < ?",
                row -> {
                    row.next();
                    return new Recorded(row.getLong(1), row.getLong(2));
                },
                from,
                until);
    }

    /** One number. @param values of the question's parameters: numbers and texts */
    public static long count(Room room, String sql, Object... values) {
        return read(room, sql, row -> row.next() ? row.getLong(1) : 0L, values);
    }

    /** What is made of the rows. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    public static <T> T read(Room room, String sql, Reading<T> reading, Object... values) {
        try (Connection connection = room.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                query.setObject(n + 1, values[n]);
            }
            try (ResultSet rows = query.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read: " + e.getMessage(), e);
        }
    }
}
