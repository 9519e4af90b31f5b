package io.baton.resilience.simulation;

/** What goes wrong with one call, asked in this order: the way there, the call, the way back. */
interface Mishap {
    /** The call is on its way, and its process may end or stand still meanwhile. */
    void there();

    /** A store that does not answer keeps the caller waiting. */
    void refused();

    /** Whether it is not done, and reported as failed. */
    boolean fails();

    /** Whether it is done twice. */
    boolean twice();

    void back();

    /** Whether it is done, and reported as failed. */
    boolean silent();
}
