package io.baton.application.access;

import io.baton.application.Surroundings;
import io.baton.domain.access.ApiToken;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.port.ApiTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes, lists and revokes the tokens of programs, for admins. */
public final class ManageTokens {
    private final ApiTokens tokens;
    private final Secrets secrets;
    private final Surroundings surroundings;
    private final AuditBook audit;

    public ManageTokens(ApiTokens tokens, Secrets secrets, Surroundings surroundings, AuditBook audit) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.surroundings = surroundings;
        this.audit = audit;
    }

    /** @param secret told this once; only its digest is kept */
    public record Made(ApiToken token, String secret) {}

    /**
     * Makes a token.
     *
     * @param lasts empty = until it is revoked
     * @throws IllegalArgumentException if the label is not 1..100 characters
     */
    public Made create(Caller who, String label, Rights rights, Optional<Duration> lasts) {
        who.needs(Role.ADMIN);
        String secret = "baton_" + secrets.fresh();
        Instant now = surroundings.now();
        ApiToken token = new ApiToken(
                surroundings.ids().get(),
                label,
                Secrets.digest(secret),
                rights,
                new ApiToken.Life(who.name(), now, lasts.map(now::plus)));
        tokens.add(token);
        audit.enter(who, new Deed("token.create", token.id(), "", token.toString()));
        return new Made(token, secret);
    }

    public List<ApiToken> all(Caller who) {
        who.needs(Role.ADMIN);
        return tokens.all();
    }

    /** @return whether there was one of that id */
    public boolean revoke(Caller who, String id) {
        who.needs(Role.ADMIN);
        Optional<ApiToken> gone = tokens.revoke(id);
        gone.ifPresent(token -> audit.enter(who, new Deed("token.revoke", token.id(), token.toString(), "")));
        return gone.isPresent();
    }
}
