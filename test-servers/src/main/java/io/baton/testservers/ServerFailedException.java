package io.baton.testservers;

import org.jspecify.annotations.Nullable;

/** Thrown when a server that was found does not start, answer or end; the text holds the end of its log. */
public class ServerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
