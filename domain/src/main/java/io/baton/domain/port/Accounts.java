package io.baton.domain.port;

import io.baton.domain.access.Account;
import io.baton.domain.access.UserName;
import java.util.List;
import java.util.Optional;

/**
 * The people who may log in.
 *
 * <ol>
 *   <li>U1 An account that was created is found by every client of the store, equal in every field, until it is deleted.
 *   <li>U2 Of rivals that create the first account at once, one succeeds.
 *   <li>U3 Replacing names the version that the caller saw; if another is in force, nothing changes.
 * </ol>
 */
public interface Accounts {
    Optional<Account> find(UserName name);

    /** All, by name. */
    List<Account> all();

    /** @return whether it was created; not if there is any account already */
    boolean createFirst(Account account);

    /** @return whether it was created; not if one of that name exists */
    boolean create(Account account);

    /** @return whether it was replaced; not if there is none of that version */
    boolean replace(Account changed, long basedOn);

    /** @return whether it was there */
    boolean delete(UserName name);
}
