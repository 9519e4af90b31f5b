package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.port.StoreException;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.WriteToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Runs work in transactions, and knows what became of them.
 *
 * <p>Contention is met by rolling back and trying the whole again, three times in all. A commit whose answer is lost is
 * resolved: the session is ended first, then the rows that it wrote are read with a lock, which waits for its end; if
 * one of them bears the token of the transaction, then it was committed, else it was rolled back and is tried again.
 */
final class Transactions {
    private static final int TRIES = 3;
    /** 1 to 20 ms, so that two that met do not meet again. */
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final DataSource pool;
    private final Sql sql;

    Transactions(DataSource pool, Sql sql) {
        this.pool = pool;
        this.sql = sql;
    }

    /** What a transaction is for, in the words of its port. */
    record Purpose(String port, String operation) {
        StoreException failed(Throwable cause) {
            return new StoreException(
                    port, operation, SqlFault.sql(cause).<Throwable>map(e -> e).orElse(cause));
        }
    }

    /**
     * What a transaction has written.
     *
     * @param touched the tasks whose rows bear its token
     */
    record Written<T>(T result, List<TaskId> touched) {}

    Sql sql() {
        return sql;
    }

    /** Reads. */
    <T> T read(Purpose purpose, Function<DSLContext, T> work) {
        try {
            return again(() -> once(work));
        } catch (Undecided | RuntimeException e) {
            throw failure(purpose, e);
        }
    }

    /** Writes something other than tasks. A commit whose fate is unknown is an exception. */
    <T> T write(Purpose purpose, Function<DSLContext, T> work) {
        return read(purpose, work);
    }

    /**
     * Writes tasks under the token.
     *
     * @throws DataAccessException as it came, so that the caller can try parts of the work
     */
    <T> T write(WriteToken token, Function<DSLContext, Written<T>> work) {
        for (int tries = 1; ; tries++) {
            try {
                return again(() -> once(work)).result();
            } catch (Undecided undecided) {
                if (committed(token, undecided.touched)) {
                    return resultOf(undecided);
                }
                if (tries == TRIES) {
                    throw new CommitLostException(undecided);
                }
            }
        }
    }

    private boolean committed(WriteToken token, List<TaskId> touched) {
        try {
            return again(() -> once(dsl -> {
                boolean found = false;
                for (List<String> ids :
                        Sql.chunks(touched.stream().map(TaskId::toString).toList())) {
                    found |= dsl.select(TASK.TOKEN)
                            .from(TASK)
                            .where(TASK.ID.in(ids))
                            .orderBy(TASK.ID)
                            .forUpdate()
                            .fetch(TASK.TOKEN)
                            .contains(token.text());
                }
                return found;
            }));
        } catch (Undecided e) {
            throw new CommitLostException(e);
        }
    }

    private interface Attempt<T> {
        T run() throws Undecided;
    }

    private <T> T again(Attempt<T> attempt) throws Undecided {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (RuntimeException e) {
                if (tries == TRIES || SqlFault.of(e) != SqlFault.CONTENDED) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
            }
        }
    }

    private <T> T once(Function<DSLContext, T> work) throws Undecided {
        try (Connection connection = pool.getConnection()) {
            T result;
            try {
                result = work.apply(sql.on(connection));
            } catch (RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
            commit(connection, result);
            return result;
        } catch (SQLException e) {
            throw new DataAccessException("the session failed: " + e.getMessage(), e);
        }
    }

    private static void commit(Connection connection, Object result) throws SQLException, Undecided {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (SqlFault.of(e) == SqlFault.CONTENDED) {
                rollback(connection, e);
                throw e;
            }
            end(connection, e);
            throw new Undecided(result, e);
        }
    }

    /** A session that cannot even roll back is ended, and its server ends the transaction with it. */
    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            end(connection, cause);
        }
    }

    /** The rollback on the ended session fails, which is how the pool learns that it must not hand it out again. */
    private static void end(Connection connection, Throwable cause) {
        try {
            connection.abort(Runnable::run);
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // thrown and caught around one work
    private static <T> T resultOf(Undecided undecided) {
        return ((Written<T>) undecided.result).result();
    }

    private static RuntimeException failure(Purpose purpose, Exception e) {
        if (e instanceof RuntimeException own && !(e instanceof DataAccessException)) {
            return own;
        }
        return purpose.failed(e);
    }

    /** The answer to a commit did not come. */
    private static final class Undecided extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Object result;
        private final transient List<TaskId> touched;

        Undecided(Object result, SQLException cause) {
            super("the answer to a commit was lost", cause);
            this.result = result;
            this.touched = result instanceof Written<?> written ? written.touched() : List.of();
        }
    }
}
