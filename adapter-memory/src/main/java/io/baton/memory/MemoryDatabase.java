package io.baton.memory;

import java.time.Clock;

/**
 * The what plane in memory: jobs, ledger, marks and witness, shared by all sessions that connect.
 *
 * <p>The fake of tests and simulations. It decides by the rules of {@link io.baton.domain.ledger}, as the real ledger
 * does. Safe for any thread: each call is one transaction under one lock. Its maps are sorted and its only clock is the
 * given one, so that one thread sees the same run from the same calls.
 */
public final class MemoryDatabase {
    private final MemoryTables tables;

    /** @param clock the store's clock; instants are cut to whole milliseconds */
    public MemoryDatabase(Clock clock) {
        this(clock, LedgerWatch.NOBODY);
    }

    /** @param watch hears every change of the ledger */
    public MemoryDatabase(Clock clock, LedgerWatch watch) {
        tables = new MemoryTables(clock, watch);
    }

    /** Opens the ports of one more session, such as one process would have. */
    public MemorySession connect() {
        return new MemorySession(tables);
    }
}
