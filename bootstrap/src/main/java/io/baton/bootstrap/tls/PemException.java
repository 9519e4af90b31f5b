package io.baton.bootstrap.tls;

/** A file is not the PEM file that it should be. The message tells why, and nothing of what the file or its name holds. */
public final class PemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    PemException(String message) {
        super(message);
    }

    PemException(String message, Throwable cause) {
        super(message, cause);
    }
}
