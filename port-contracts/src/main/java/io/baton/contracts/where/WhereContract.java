package io.baton.contracts.where;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens a fresh store for each test and closes it behind it. */
public abstract class WhereContract {
    private WhereStore store;
    private WhereClient first;
    private WhereClient second;

    /** Opens an empty store that no other test sees. */
    protected abstract WhereStore open();

    @BeforeEach
    final void openStore() {
        store = open();
        first = store.first();
        second = store.second();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    final WhereStore store() {
        return store;
    }

    final WhereClient first() {
        return first;
    }

    final WhereClient second() {
        return second;
    }
}
