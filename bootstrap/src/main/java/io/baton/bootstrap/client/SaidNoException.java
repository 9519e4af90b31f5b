package io.baton.bootstrap.client;

/** The server answered, and said no: one line why. */
final class SaidNoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SaidNoException(String why) {
        super(why);
    }
}
