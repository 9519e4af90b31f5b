package io.baton.application;

import io.baton.domain.node.Incarnation;
import io.baton.domain.task.WriteToken;
import java.util.concurrent.atomic.AtomicLong;

/** Names each attempt to write of this incarnation: its name and a number that only grows. */
public final class Tokens {
    private final Incarnation self;
    private final AtomicLong last = new AtomicLong();

    public Tokens(Incarnation self) {
        this.self = self;
    }

    public WriteToken next() {
        return new WriteToken(self + "#" + Long.toString(last.incrementAndGet(), 36));
    }
}
