package io.baton.testservers;

/** Thrown when a server found its port in use; another port, or the same one later, may do. */
final class PortTakenException extends ServerFailedException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message, null);
    }
}
