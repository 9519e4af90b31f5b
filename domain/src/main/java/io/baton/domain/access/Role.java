package io.baton.domain.access;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Runs, changes and stops jobs and nodes. */
    OPERATOR,
    /** Administers users and tokens, and reads the audit. */
    ADMIN;

    /** Whether who has this role may do what needs the other. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
