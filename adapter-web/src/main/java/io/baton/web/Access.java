package io.baton.web;

/** Who may call a route. The use cases behind it check the role again, and the job's group. */
enum Access {
    /** Anybody who reaches the port. */
    OPEN,
    /** Who may look. */
    VIEWER,
    /** Anybody who is known, for themselves: their password, their session. */
    SELF,
    /** Who may run, change and stop things. */
    OPERATOR,
    /** Who may administer people and tokens, and read the audit. */
    ADMIN
}
