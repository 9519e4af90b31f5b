package io.baton.resilience.simulation;

/** Unwinds what a crashed process was doing. An error, so that no code of the product takes it for a failing store. */
final class Gone extends Error {
    private static final long serialVersionUID = 1L;

    Gone() {
        super("the process is gone", null, false, false);
    }
}
