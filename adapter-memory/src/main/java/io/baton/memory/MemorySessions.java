package io.baton.memory;

import io.baton.domain.access.Session;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Sessions;
import java.time.Instant;
import java.util.Optional;

/** The logins of a {@link MemoryDatabase}. */
final class MemorySessions implements Sessions {
    private final MemoryTables tables;

    MemorySessions(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public void open(Session session) {
        synchronized (tables) {
            tables.office.sessions.put(session.digest(), session);
        }
    }

    @Override
    public Optional<Session> find(String digest) {
        synchronized (tables) {
            return Optional.ofNullable(tables.office.sessions.get(digest));
        }
    }

    @Override
    public void close(String digest) {
        synchronized (tables) {
            tables.office.sessions.remove(digest);
        }
    }

    @Override
    public void closeAll(UserName user) {
        synchronized (tables) {
            tables.office.sessions.values().removeIf(session -> session.user().equals(user));
        }
    }

    @Override
    public void purge(Instant expiredBefore) {
        synchronized (tables) {
            tables.office
                    .sessions
                    .values()
                    .removeIf(session -> session.expiresAt().isBefore(expiredBefore));
        }
    }
}
