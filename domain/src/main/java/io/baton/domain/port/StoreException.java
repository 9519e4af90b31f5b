package io.baton.domain.port;

/** A store did not do what it was asked. Whether it did part of it is unknown unless the operation says otherwise. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param port the port, such as {@code TaskLedger}
     * @param operation what was tried, with its key
     */
    public StoreException(String port, String operation, Throwable cause) {
        super(port + ": " + operation + " failed: " + cause.getMessage(), cause);
    }

    public StoreException(String port, String operation, String why) {
        super(port + ": " + operation + " failed: " + why);
    }
}
