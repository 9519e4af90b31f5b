package io.baton.benchmarks.peer;

import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.starts.StartLog;
import io.baton.benchmarks.starts.Stay;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Another scheduler, as a library in a worker's process. */
public interface Peer {
    /** 16, as in the peers' own examples for two to four processors. */
    int THREADS = 16;

    /** 40, so that free threads do not decide how soon tasks of a dead worker run again. */
    int THREADS_FOR_STAYING = 40;

    static int threads(Load load) {
        return load.kind() == Kind.STAYING ? THREADS_FOR_STAYING : THREADS;
    }

    /** What a task does. One that stays keeps its name when it is started anew. @param due epoch millis */
    static void work(Kind kind, String name, long due) {
        StartLog.note(kind == Kind.STAYING ? name : name + "@" + due, due);
        if (kind == Kind.STAYING) {
            try {
                Stay.awaited(Path.of("end"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes its tables, and puts the load there; all of it is due from {@code due} on, epoch millis, and by the load's offset later. */
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
