package io.baton.persistence;

import static io.baton.persistence.schema.Tables.LOGIN_SESSION;

import io.baton.domain.access.Session;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Sessions;
import io.baton.persistence.Transactions.Purpose;
import java.time.Instant;
import java.util.Optional;

/** Sessions in SQL. */
final class SqlSessions implements Sessions {
    private final Transactions transactions;

    SqlSessions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void open(Session session) {
        transactions.write(
                purpose("open"),
                dsl -> dsl.insertInto(LOGIN_SESSION)
                        .set(LOGIN_SESSION.DIGEST, session.digest())
                        .set(LOGIN_SESSION.USER_NAME, session.user().text())
                        .set(LOGIN_SESSION.ACCOUNT_VERSION, session.accountVersion())
                        .set(LOGIN_SESSION.EXPIRES_AT, session.expiresAt().toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<Session> find(String digest) {
        return transactions.read(
                purpose("find"),
                dsl -> dsl.selectFrom(LOGIN_SESSION)
                        .where(LOGIN_SESSION.DIGEST.eq(digest))
                        .fetchOptional()
                        .map(row -> new Session(
                                row.getDigest(),
                                new UserName(row.getUserName()),
                                row.getAccountVersion(),
                                Instant.ofEpochMilli(row.getExpiresAt()))));
    }

    @Override
    public void close(String digest) {
        transactions.write(
                purpose("close"),
                dsl -> dsl.deleteFrom(LOGIN_SESSION)
                        .where(LOGIN_SESSION.DIGEST.eq(digest))
                        .execute());
    }

    @Override
    public void closeAll(UserName user) {
        transactions.write(
                purpose("close all of " + user),
                dsl -> dsl.deleteFrom(LOGIN_SESSION)
                        .where(LOGIN_SESSION.USER_NAME.eq(user.text()))
                        .execute());
    }

    @Override
    public void purge(Instant expiredBefore) {
        transactions.write(
                purpose("purge"),
                dsl -> dsl.deleteFrom(LOGIN_SESSION)
                        .where(LOGIN_SESSION.EXPIRES_AT.lt(expiredBefore.toEpochMilli()))
                        .execute());
    }

    private static Purpose purpose(String operation) {
        return new Purpose("Sessions", operation);
    }
}
