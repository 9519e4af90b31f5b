package io.baton.persistence;

import io.baton.domain.port.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;

/** Why a database cannot be opened, in one line that names what to change. */
final class Refusals {
    private static final int MYSQL_ACCESS_DENIED = 1045;
    private static final int MYSQL_DATABASE_DENIED = 1044;
    private static final int MYSQL_UNKNOWN_DATABASE = 1049;
    private static final int H2_WRONG_USER_OR_PASSWORD = 28000;
    private static final int H2_IN_USE = 90020;

    private Refusals() {}

    static StoreUnavailableException of(JdbcAddress address, Throwable trouble) {
        Optional<SQLException> sql = SqlFault.sql(trouble);
        int code = sql.map(SQLException::getErrorCode).orElse(0);
        String what = "database " + address.words() + ": ";
        return switch (code) {
            case MYSQL_ACCESS_DENIED, H2_WRONG_USER_OR_PASSWORD ->
                never(what + "it refuses user or password: correct baton.db.user and baton.db.password", trouble);
            case MYSQL_DATABASE_DENIED ->
                never(
                        what + "the user may not use this schema: grant it, or correct baton.db.user or baton.db.url",
                        trouble);
            case MYSQL_UNKNOWN_DATABASE ->
                never(what + "there is no such schema: create it, or correct baton.db.url", trouble);
            case H2_IN_USE ->
                never(
                        what + "another process has it open: stop that one, or choose another file by baton.db.url",
                        trouble);
            default -> other(what, trouble, sql);
        };
    }

    private static StoreUnavailableException other(String what, Throwable trouble, Optional<SQLException> sql) {
        boolean silent = SqlFault.of(trouble) == SqlFault.CONNECTION;
        String said = sql.map(SQLException::getMessage)
                .or(() -> Optional.ofNullable(trouble.getMessage()))
                .flatMap(message -> message.lines().findFirst())
                .orElse(trouble.getClass().getSimpleName());
        String why = silent
                ? "no answer (" + said + "): start it, or correct baton.db.url"
                : "it cannot be used: " + said + " (baton.db.url)";
        return new StoreUnavailableException(what + why, silent, trouble);
    }

    private static StoreUnavailableException never(String message, Throwable cause) {
        return new StoreUnavailableException(message, false, cause);
    }
}
