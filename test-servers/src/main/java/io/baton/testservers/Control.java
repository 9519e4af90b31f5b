package io.baton.testservers;

/** What can be done to a running server. */
sealed interface Control extends AutoCloseable permits OwnProcess, ForeignServer {
    /** Number of the server's process. */
    long pid();

    /** Ends the server in an orderly way (SIGTERM); its data stays. */
    void stop();

    /** Ends the server at once (SIGKILL); its data stays. */
    void kill();

    /** Starts the server on the same port with the same data, after stopping it if it runs. */
    void restart();

    /** Freezes the server (SIGSTOP): connections stay open and nothing answers. */
    void pause();

    /** Takes back {@link #pause} (SIGCONT). */
    void resume();

    /** Ends the server and deletes its data; a foreign server is left alone. */
    @Override
    void close();
}
