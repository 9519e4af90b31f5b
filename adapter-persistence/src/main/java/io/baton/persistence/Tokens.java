package io.baton.persistence;

import io.baton.domain.task.WriteToken;
import java.util.concurrent.atomic.AtomicLong;

/** The tokens of those transactions for which the port brings none. */
final class Tokens {
    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    /** @param prefix of this process alone */
    Tokens(String prefix) {
        this.prefix = prefix;
    }

    WriteToken next() {
        return new WriteToken(prefix + "-" + count.incrementAndGet());
    }
}
