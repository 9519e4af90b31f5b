package io.baton.contracts.what;

import java.time.Duration;

/** One empty store with two clients, and what a contract needs to do to it from outside. */
public interface WhatStores extends AutoCloseable {
    WhatClient first();

    WhatClient second();

    /** Advances the clock that both clients take for the store's. */
    void pass(Duration time);

    /** Ends the client's connection to the store as a crash would; the client may open a new one later. */
    void die(WhatClient client);

    /** Whether the store can be opened by one process only, so that its two clients stand for two lives of one node. */
    boolean oneProcessOnly();

    @Override
    void close();
}
