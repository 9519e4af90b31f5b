package io.baton.domain.port;

/** A server cannot be used: it does not answer, or it answers that it will not serve. One line for the operator. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean worthWaiting;

    /**
     * @param message what was tried, what came back, and which setting to change; no secret in it
     * @param worthWaiting whether it may come up later (refused connection), or never will (wrong password)
     */
    public StoreUnavailableException(String message, boolean worthWaiting, Throwable cause) {
        super(message, cause);
        this.worthWaiting = worthWaiting;
    }

    public StoreUnavailableException(String message, boolean worthWaiting) {
        super(message);
        this.worthWaiting = worthWaiting;
    }

    /** Whether it may come up later. */
    public boolean worthWaiting() {
        return worthWaiting;
    }
}
