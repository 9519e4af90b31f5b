package io.baton.memory;

import io.baton.domain.access.ApiToken;
import io.baton.domain.port.ApiTokens;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The API tokens of a {@link MemoryDatabase}. */
final class MemoryApiTokens implements ApiTokens {
    private final MemoryTables tables;

    MemoryApiTokens(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public void add(ApiToken token) {
        synchronized (tables) {
            tables.office.tokens.put(token.id(), token);
        }
    }

    @Override
    public Optional<ApiToken> find(String digest) {
        synchronized (tables) {
            return tables.office.tokens.values().stream()
                    .filter(token -> token.digest().equals(digest))
                    .findFirst();
        }
    }

    @Override
    public List<ApiToken> all() {
        synchronized (tables) {
            return tables.office.tokens.values().stream()
                    .sorted(Comparator.comparing(ApiToken::label).thenComparing(ApiToken::id))
                    .toList();
        }
    }

    @Override
    public Optional<ApiToken> revoke(String id) {
        synchronized (tables) {
            return Optional.ofNullable(tables.office.tokens.remove(id));
        }
    }
}
