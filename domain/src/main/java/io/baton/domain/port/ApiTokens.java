package io.baton.domain.port;

import io.baton.domain.access.ApiToken;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of programs.
 *
 * <ol>
 *   <li>K1 An added token is found by its digest by every client of the store, equal in every field, until it is revoked.
 *       Whether it has expired is the caller's to judge.
 * </ol>
 */
public interface ApiTokens {
    void add(ApiToken token);

    Optional<ApiToken> find(String digest);

    /** All, by label and id. */
    List<ApiToken> all();

    /** @return the token that was revoked; empty if there is none of that id */
    Optional<ApiToken> revoke(String id);
}
