package io.baton.memory;

import io.baton.domain.access.Account;
import io.baton.domain.access.ApiToken;
import io.baton.domain.access.AuditEntry;
import io.baton.domain.access.Session;
import io.baton.domain.access.UserName;
import io.baton.domain.log.LogChunk;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs.Place;
import io.baton.domain.task.TaskId;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** People, tokens, the audit and what runs said. Whoever touches any of it holds the monitor of its {@link MemoryTables}. */
final class OfficeTables {
    final Map<UserName, Account> accounts = new TreeMap<>(Comparator.comparing(UserName::text));
    final Map<String, Session> sessions = new TreeMap<>();
    final Map<String, ApiToken> tokens = new TreeMap<>();
    final TreeMap<String, AuditEntry> audit = new TreeMap<>();
    final Map<TaskId, TreeMap<Place, LogChunk>> logs = new TreeMap<>();
    final Map<TaskId, Progress> progress = new TreeMap<>();

    void forget(TaskId task) {
        logs.remove(task);
        progress.remove(task);
    }
}
