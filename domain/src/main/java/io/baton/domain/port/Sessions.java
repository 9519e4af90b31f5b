package io.baton.domain.port;

import io.baton.domain.access.Session;
import io.baton.domain.access.UserName;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is logged in; seen by every node.
 *
 * <ol>
 *   <li>S1 An opened session is found by its digest until it is closed or purged. Whether it still holds is the caller's to
 *       judge.
 *   <li>S2 Closing all sessions of a user leaves those of others.
 * </ol>
 */
public interface Sessions {
    void open(Session session);

    Optional<Session> find(String digest);

    void close(String digest);

    void closeAll(UserName user);

    /** Deletes those that expired before. */
    void purge(Instant expiredBefore);
}
