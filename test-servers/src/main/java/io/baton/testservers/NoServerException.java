package io.baton.testservers;

import java.util.List;

/** Thrown when no rung of the ladder leads to a server; the text says for every rung why, and what to do. */
public final class NoServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoServerException(String server, List<String> reasons) {
        super("No " + server + " can be had on this machine. Any one of these is enough:\n  - "
                + String.join("\n  - ", reasons));
    }
}
