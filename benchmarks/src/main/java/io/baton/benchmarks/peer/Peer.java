package io.baton.benchmarks.peer;

import io.baton.benchmarks.contender.Contender.Load;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Another scheduler, as a library in a worker's process. */
public interface Peer {
    /** 16, as in the peers' own examples for two to four processors. */
    int THREADS = 16;

    /** Makes its tables, and puts the load there; all of it is due from {@code due} on, epoch millis. */
    void seed(DataSource database, Load load, long due) throws Exception;

    /** Builds it, without letting it run. */
    Built build(DataSource database, Load load) throws Exception;

    /** A worker that can begin. */
    @FunctionalInterface
    interface Built {
        void start() throws Exception;
    }

    /** Runs the statements of a script one by one. */
    static void script(DataSource database, String script) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : script.split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
