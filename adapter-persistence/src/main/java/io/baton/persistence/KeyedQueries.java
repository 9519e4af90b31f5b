package io.baton.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Query;

/**
 * The queries over keys that every firing asks, several times in a batch of hundreds: jOOQ writes each text once for each
 * length of the list, a power of two, and what comes is read from the driver's own result. Written and read by jOOQ each
 * time they were a quarter of what a node did under load.
 */
final class KeyedQueries {
    private final Map<Shape, String> texts = new ConcurrentHashMap<>();

    /** A query over keys; it binds the keys first. One constant each: it is told from others by being itself. */
    @FunctionalInterface
    interface Kind {
        Query over(List<String> keys, DSLContext dsl);
    }

    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private record Shape(Kind kind, int keys) {}

    /**
     * @param keys 1 to 500
     * @param more bound behind the keys
     * @throws org.jooq.exception.DataAccessException with the driver's error as its cause
     */
    <T> T fetch(DSLContext dsl, Kind kind, List<String> keys, List<String> more, Reading<T> reading) {
        int padded = Math.max(1, Integer.highestOneBit(keys.size() * 2 - 1));
        String text = texts.computeIfAbsent(
                new Shape(kind, padded),
                shape -> shape.kind().over(Collections.nCopies(padded, ""), dsl).getSQL());
        return dsl.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (int i = 0; i < padded; i++) {
                    statement.setString(i + 1, keys.get(Math.min(i, keys.size() - 1)));
                }
                for (int i = 0; i < more.size(); i++) {
                    statement.setString(padded + i + 1, more.get(i));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return reading.read(rows);
                }
            }
        });
    }
}
