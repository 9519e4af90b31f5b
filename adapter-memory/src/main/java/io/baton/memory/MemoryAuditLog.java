package io.baton.memory;

import io.baton.domain.access.AuditEntry;
import io.baton.domain.port.AuditLog;
import java.time.Instant;
import java.util.List;

/** The audit of a {@link MemoryDatabase}. */
final class MemoryAuditLog implements AuditLog {
    private final MemoryTables tables;

    MemoryAuditLog(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public void append(AuditEntry entry) {
        synchronized (tables) {
            tables.office.audit.put(entry.id(), entry);
        }
    }

    @Override
    public List<AuditEntry> search(Query query) {
        synchronized (tables) {
            return tables.office.audit.descendingMap().values().stream()
                    .filter(entry -> query.before()
                            .map(id -> entry.id().compareTo(id) < 0)
                            .orElse(true))
                    .filter(entry -> matches(entry, query.filter()))
                    .limit(query.limit())
                    .toList();
        }
    }

    private static boolean matches(AuditEntry entry, Filter filter) {
        String action = entry.deed().action();
        return filter.who().map(entry.actor().who()::equals).orElse(true)
                && filter.subject().map(entry.deed().subject()::equals).orElse(true)
                && filter.action()
                        .map(wanted -> action.equals(wanted) || action.startsWith(wanted + "."))
                        .orElse(true);
    }

    @Override
    public int purge(Instant madeBefore, int most) {
        synchronized (tables) {
            List<String> old = tables.office.audit.values().stream()
                    .filter(entry -> entry.at().isBefore(madeBefore))
                    .map(AuditEntry::id)
                    .limit(most)
                    .toList();
            old.forEach(tables.office.audit::remove);
            return old.size();
        }
    }
}
