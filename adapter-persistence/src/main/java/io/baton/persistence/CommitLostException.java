package io.baton.persistence;

/** The answer to a commit was lost, and reading back did not tell what became of it. */
final class CommitLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommitLostException(Throwable cause) {
        super("the answer to a commit was lost, and its fate could not be read back", cause);
    }
}
