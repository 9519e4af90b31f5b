package io.baton.testservers;

import java.io.IOException;

/** An error that Redis replied, e.g. {@code LOADING Redis is loading the dataset in memory}. */
final class RespErrorException extends IOException {
    private static final long serialVersionUID = 1L;

    RespErrorException(String reply) {
        super(reply);
    }
}
