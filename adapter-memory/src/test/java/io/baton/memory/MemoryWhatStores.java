package io.baton.memory;

import io.baton.contracts.what.WhatClient;
import io.baton.contracts.what.WhatStores;
import java.time.Duration;

/** A database in memory with a settable clock, as the contracts want it. */
final class MemoryWhatStores implements WhatStores {
    private final SettableClock clock = new SettableClock();
    private final MemoryDatabase database = new MemoryDatabase(clock);
    private final MemorySession firstSession = database.connect();
    private final MemorySession secondSession = database.connect();
    private final WhatClient first = client(firstSession);
    private final WhatClient second = client(secondSession);

    private static WhatClient client(MemorySession session) {
        return new WhatClient(
                session.ledger(),
                session.recovery(),
                session.watermarks(),
                session.history(),
                session.jobs(),
                session.marks(),
                session.witness(),
                new WhatClient.Office(
                        session.accounts(),
                        session.sessions(),
                        session.apiTokens(),
                        session.audit(),
                        session.runLogs(),
                        session.jobVersions()));
    }

    @Override
    public WhatClient first() {
        return first;
    }

    @Override
    public WhatClient second() {
        return second;
    }

    @Override
    public void pass(Duration time) {
        clock.pass(time);
    }

    @Override
    public void die(WhatClient client) {
        (client.equals(first) ? firstSession : secondSession).link().drop();
    }

    @Override
    public boolean oneProcessOnly() {
        return false;
    }

    @Override
    public void close() {}
}
