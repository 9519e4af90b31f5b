package io.baton.contracts.where;

import java.time.Duration;

/**
 * One empty store with two clients on it, and what a contract may do to it. Two, so that a lock inside one process cannot
 * pass for one of the store.
 */
public interface WhereStore extends AutoCloseable {
    WhereClient first();

    WhereClient second();

    /** A client that is opened now, on the same store: what a restarted process sees. */
    WhereClient another();

    /** Lets so much time pass by the store's clock: a settable one is advanced, a real one is waited for. */
    void pass(Duration time);

    /** Ends the client for good, as abruptly as the operating system does when a process is killed. */
    void sever(WhereClient client);

    /** Cuts the client's connections once; it may connect again by itself. */
    void blink(WhereClient client);

    @Override
    void close();
}
