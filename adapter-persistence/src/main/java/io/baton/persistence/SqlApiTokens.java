package io.baton.persistence;

import static io.baton.persistence.schema.Tables.API_TOKEN;

import io.baton.domain.access.ApiToken;
import io.baton.domain.port.ApiTokens;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.ApiTokenRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API tokens in SQL. */
final class SqlApiTokens implements ApiTokens {
    private final Transactions transactions;

    SqlApiTokens(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ApiToken token) {
        transactions.write(
                purpose("add " + token.id()),
                dsl -> dsl.insertInto(API_TOKEN)
                        .set(API_TOKEN.ID, token.id())
                        .set(API_TOKEN.LABEL, token.label())
                        .set(API_TOKEN.DIGEST, token.digest())
                        .set(API_TOKEN.ROLE, token.rights().role().name())
                        .set(API_TOKEN.JOB_GROUPS, token.rights().scope().text())
                        .set(API_TOKEN.MADE_BY, token.life().madeBy())
                        .set(API_TOKEN.MADE_AT, token.life().madeAt().toEpochMilli())
                        .set(
                                API_TOKEN.EXPIRES_AT,
                                token.life()
                                        .expiresAt()
                                        .map(Instant::toEpochMilli)
                                        .orElse(null))
                        .execute());
    }

    @Override
    public Optional<ApiToken> find(String digest) {
        return transactions.read(
                purpose("find"),
                dsl -> dsl.selectFrom(API_TOKEN)
                        .where(API_TOKEN.DIGEST.eq(digest))
                        .fetchOptional()
                        .map(SqlApiTokens::token));
    }

    @Override
    public List<ApiToken> all() {
        return transactions.read(
                purpose("all"),
                dsl -> dsl.selectFrom(API_TOKEN).orderBy(API_TOKEN.LABEL, API_TOKEN.ID).fetch().stream()
                        .map(SqlApiTokens::token)
                        .toList());
    }

    @Override
    public Optional<ApiToken> revoke(String id) {
        return transactions.write(purpose("revoke " + id), dsl -> {
            Optional<ApiToken> token = dsl.selectFrom(API_TOKEN)
                    .where(API_TOKEN.ID.eq(id))
                    .forUpdate()
                    .fetchOptional()
                    .map(SqlApiTokens::token);
            dsl.deleteFrom(API_TOKEN).where(API_TOKEN.ID.eq(id)).execute();
            return token;
        });
    }

    private static ApiToken token(ApiTokenRecord row) {
        return new ApiToken(
                row.getId(),
                row.getLabel(),
                row.getDigest(),
                RightsColumns.read(row.getRole(), row.getJobGroups()),
                new ApiToken.Life(
                        row.getMadeBy(),
                        Instant.ofEpochMilli(row.getMadeAt()),
                        TaskColumns.instant(row.getExpiresAt())));
    }

    private static Purpose purpose(String operation) {
        return new Purpose("ApiTokens", operation);
    }
}
