package io.baton.application.access;

/** The caller is known, and may not do this. */
public final class DeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeniedException(String why) {
        super(why, null, false, false);
    }
}
