package io.baton.domain.port;

import io.baton.domain.access.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who changed what.
 *
 * <ol>
 *   <li>B1 An appended entry is found by every client, equal in every field; nothing changes it.
 *   <li>B2 A search returns entries by id, greatest first; the id of the last leads to the next page.
 * </ol>
 */
public interface AuditLog {
    void append(AuditEntry entry);

    List<AuditEntry> search(Query query);

    /** Deletes entries made before, at most so many. @return how many */
    int purge(Instant madeBefore, int most);

    /**
     * @param filter what to find
     * @param before the id of the last entry of the page before; empty = the first page
     * @param limit 1..1,000
     */
    record Query(Filter filter, Optional<String> before, int limit) {}

    /**
     * Each empty field admits all.
     *
     * @param action a whole action, or its part before the dot
     */
    record Filter(Optional<String> who, Optional<String> action, Optional<String> subject) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
