package io.baton.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What kind of trouble a driver's exception tells of. */
enum SqlFault {
    /** A deadlock or a lock that was waited for in vain: rolled back, and may go well if tried again. */
    CONTENDED,
    /** A value that does not fit, or a key that is there already: the same again fails again. */
    DATA,
    /** The session is gone or cannot be had. */
    CONNECTION,
    OTHER;

    private static final int MYSQL_DEADLOCK = 1213;
    private static final int MYSQL_LOCK_WAIT = 1205;
    private static final int MARIADB_CHANGED_SINCE_READ = 1020;
    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int H2_CLOSED = 90098;

    static SqlFault of(Throwable trouble) {
        return sql(trouble).map(SqlFault::of).orElse(OTHER);
    }

    /** The driver's exception that lies at the bottom. */
    static Optional<SQLException> sql(Throwable trouble) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = Optional.of(sql);
            }
        }
        return found;
    }

    private static SqlFault of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        int code = e.getErrorCode();
        if (state.startsWith("40")
                || code == MYSQL_DEADLOCK
                || code == MYSQL_LOCK_WAIT
                || code == MARIADB_CHANGED_SINCE_READ
                || code == H2_CONCURRENT_UPDATE
                || code == H2_LOCK_TIMEOUT) {
            return CONTENDED;
        }
        if (state.startsWith("08")
                || code == H2_CLOSED
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException) {
            return CONNECTION;
        }
        return state.startsWith("22") || state.startsWith("23") ? DATA : OTHER;
    }
}
