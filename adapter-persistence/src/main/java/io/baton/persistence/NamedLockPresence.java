package io.baton.persistence;

import io.baton.domain.node.Incarnation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Presence in MySQL and MariaDB: a named lock of a connection of its own, outside the pool. The server frees it when
 * that connection ends, which the operating system sees to when the process dies.
 *
 * <p>The name is {@code baton-} and the SHA-1 of schema, cluster, node and incarnation: names are at most 64 characters,
 * blind to case, and the server's, not the schema's.
 */
final class NamedLockPresence implements Presence {
    private static final Logger LOG = LoggerFactory.getLogger(NamedLockPresence.class);

    private final Connector connector;
    private final Sql sql;
    private final String cluster;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Connection> session = Optional.empty(); // guarded by lock

    /** Opens a connection that no pool has. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    NamedLockPresence(Connector connector, Sql sql, String cluster) {
        this.connector = connector;
        this.sql = sql;
        this.cluster = cluster;
    }

    @Override
    public boolean hold(Incarnation who) {
        lock.lock();
        try {
            if (session.isPresent()) {
                Optional<Boolean> held = held(session.get(), who);
                if (held.isPresent()) {
                    return held.get();
                }
                end();
            }
            session = Optional.of(connector.connect());
            return held(session.get(), who).orElse(false);
        } catch (SQLException e) {
            LOG.warn("No presence of {} in the database: {}; it is tried again with the next heartbeat.", who, said(e));
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Asks and, if it is nobody's, takes it: one query; empty if the session is gone. */
    private Optional<Boolean> held(Connection connection, Incarnation who) {
        try {
            Field<Long> mine = DSL.field(
                    "case when is_used_lock({0}) = connection_id() then 1 else get_lock({0}, 0) end",
                    SQLDataType.BIGINT, name(DSL.val(who.node().text()), DSL.val(who.number())));
            Long held = sql.on(connection).select(mine).fetchSingle().value1();
            return Optional.of(held != null && held == 1);
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    @Override
    public void release(Incarnation who) {
        lock.lock();
        try {
            session.ifPresent(connection -> sql.on(connection)
                    .select(DSL.field(
                            "release_lock({0})",
                            SQLDataType.BIGINT, name(DSL.val(who.node().text()), DSL.val(who.number()))))
                    .fetch());
        } catch (DataAccessException e) {
            end(); // and the lock with it
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Field<Boolean> of(Field<String> node, Field<String> number) {
        return DSL.field(DSL.field("is_used_lock({0})", SQLDataType.BIGINT, name(node, number))
                .isNotNull());
    }

    @Override
    public boolean othersAreGone() {
        return false;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            end();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        session.ifPresent(connection -> {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("The presence's session was gone already.", e);
            }
        });
        session = Optional.empty();
    }

    private Field<String> name(Field<String> node, Field<String> number) {
        return DSL.field(
                "concat('baton-', sha1(concat(database(), '/', {0}, '/', {1}, '/', {2})))",
                SQLDataType.VARCHAR, DSL.val(cluster), node, number);
    }

    private static String said(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
