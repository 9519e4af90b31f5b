package io.baton.bootstrap.cli;

/** What the program's exit code says. */
public final class ExitCode {
    public static final int DONE = 0;
    /** The server said no, or the command failed; one line tells why. */
    public static final int REFUSED = 1;
    /** Wrong options, arguments or settings. */
    public static final int MISUSE = 2;
    /** Of a node: it could not start, or could not go on. Of {@code run --wait}: the run ended other than SUCCEEDED. */
    public static final int NOT_STARTED = 3;
    /** The server was not reached. */
    public static final int NOT_REACHED = 4;

    private ExitCode() {}
}
