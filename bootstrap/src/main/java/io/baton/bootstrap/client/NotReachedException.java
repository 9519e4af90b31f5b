package io.baton.bootstrap.client;

/** The server was not reached, so that nothing is known of what it would have said. */
final class NotReachedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReachedException(String message, Throwable cause) {
        super(message, cause);
    }
}
