package io.baton.application.access;

import io.baton.application.Surroundings;
import io.baton.domain.access.Account;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Session;
import io.baton.domain.port.Accounts;
import io.baton.domain.port.ApiTokens;
import io.baton.domain.port.Sessions;
import java.util.Optional;

/** Finds out who asks. Whatever is missing, empty, wrong, expired or revoked is nobody. */
public final class Authentication {
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Optional<String> own;
    private final Surroundings surroundings;

    /** Where callers are known from. */
    public record Stores(Accounts accounts, Sessions sessions, ApiTokens tokens) {}

    /** @param own an admin token of this node's own settings; blank = none */
    public Authentication(Stores stores, Optional<String> own, Surroundings surroundings) {
        this.accounts = stores.accounts();
        this.sessions = stores.sessions();
        this.tokens = stores.tokens();
        this.own = own.filter(token -> !token.isBlank());
        this.surroundings = surroundings;
    }

    /** Who has logged in with that secret. A change of password or rights ended all sessions before it. */
    public Optional<Caller> bySession(String secret, String from) {
        Optional<Session> session = Optional.of(secret)
                .filter(text -> !text.isBlank())
                .flatMap(text -> sessions.find(Secrets.digest(text)))
                .filter(found -> found.expiresAt().isAfter(surroundings.now()));
        Optional<Account> account = session.flatMap(found -> accounts.find(found.user()))
                .filter(found -> found.version() == session.get().accountVersion());
        return account.map(found -> new Caller(found.name().text(), found.rights(), from));
    }

    /** Whose token that is. */
    public Optional<Caller> byToken(String secret, String from) {
        if (secret.isBlank()) {
            return Optional.empty();
        }
        if (own.filter(token -> Secrets.same(token, secret)).isPresent()) {
            return Optional.of(new Caller("BATON_API_TOKEN", Rights.ADMIN, from));
        }
        return tokens.find(Secrets.digest(secret))
                .filter(token -> !token.expired(surroundings.now()))
                .map(token -> new Caller("token:" + token.label(), token.rights(), from));
    }
}
