package io.baton.domain.access;

/**
 * A person who logs in.
 *
 * @param password its slow hash, never the password itself
 * @param version from 1, grows with each change; a session that was opened under an older one is over
 */
public record Account(UserName name, String password, Rights rights, long version) {
    /** The account as it is made. */
    public static Account fresh(UserName name, String password, Rights rights) {
        return new Account(name, password, rights, 1);
    }

    public Account withPassword(String hash) {
        return new Account(name, hash, rights, version + 1);
    }

    public Account withRights(Rights changed) {
        return new Account(name, password, changed, version + 1);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return name + " (" + rights.words() + ")";
    }
}
