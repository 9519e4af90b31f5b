package io.baton.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Stands between Baton and its pool: counts what goes through, and loses the answers to commits. */
final class WatchedPool {
    /** What becomes of the next commit. */
    enum Commit {
        ANSWERED,
        /** It is done, and the answer is lost. */
        DONE_UNHEARD,
        /** The session ends before it is done. */
        NEVER_DONE
    }

    final AtomicInteger statements = new AtomicInteger();
    final AtomicInteger commits = new AtomicInteger();
    private final AtomicReference<Commit> next = new AtomicReference<>(Commit.ANSWERED);

    void nextCommit(Commit fate) {
        next.set(fate);
    }

    void reset() {
        statements.set(0);
        commits.set(0);
    }

    UnaryOperator<DataSource> between() {
        return pool -> proxy(DataSource.class, (p, method, args) -> {
            Object result = call(pool, method, args);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (p, method, args) -> {
            if (method.getName().equals("commit")) {
                commit(connection);
                return null;
            }
            Object result = call(connection, method, args);
            return result instanceof PreparedStatement statement ? watched(statement) : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (p, method, args) -> {
            if (method.getName().startsWith("execute")) {
                statements.incrementAndGet();
            }
            return call(statement, method, args);
        });
    }

    private void commit(Connection connection) throws SQLException {
        commits.incrementAndGet();
        Commit fate = next.getAndSet(Commit.ANSWERED);
        if (fate == Commit.NEVER_DONE) {
            connection.rollback();
        } else {
            connection.commit();
        }
        if (fate != Commit.ANSWERED) {
            throw new SQLRecoverableException("the line was cut", "08S01");
        }
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WatchedPool.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
