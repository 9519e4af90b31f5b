package io.baton.web;

/** Who may call a route. Today the one API token opens all that is not open anyway; users will have roles. */
enum Access {
    /** Anybody who reaches the port. */
    OPEN,
    /** Who may look. */
    VIEWER,
    /** Who may run, change and stop things. */
    OPERATOR
}
