package io.baton.application.access;

import io.baton.application.Surroundings;
import io.baton.domain.access.AuditEntry;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Role;
import io.baton.domain.port.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The book of who did what. An entry is written after the deed, so it tells what is; a deed that failed leaves none. */
public final class AuditBook {
    /** 365 days. */
    private static final Duration KEPT = Duration.ofDays(365);

    private static final int BATCH = 1000;
    private static final int CHANCE = 12;

    private final AuditLog log;
    private final Surroundings surroundings;
    private final AtomicLong last = new AtomicLong();

    public AuditBook(AuditLog log, Surroundings surroundings) {
        this.log = log;
        this.surroundings = surroundings;
    }

    public void enter(Caller who, Deed deed) {
        Instant now = surroundings.now();
        String chance = surroundings.ids().get();
        // Two deeds of one millisecond keep their order.
        long order = last.updateAndGet(before -> Math.max(before + 1, now.toEpochMilli()));
        String id = String.format("%013d", order) + "-" + chance.substring(0, Math.min(CHANCE, chance.length()));
        log.append(new AuditEntry(id, now, who.actor(), deed));
    }

    /** For admins. */
    public List<AuditEntry> read(Caller who, AuditLog.Query query) {
        who.needs(Role.ADMIN);
        return log.search(query);
    }

    /** Deletes what is older than a year, at most 1,000 entries at once. */
    public void purge() {
        log.purge(surroundings.now().minus(KEPT), BATCH);
    }
}
