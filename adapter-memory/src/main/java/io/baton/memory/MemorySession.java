package io.baton.memory;

import io.baton.domain.port.Accounts;
import io.baton.domain.port.ApiTokens;
import io.baton.domain.port.AuditLog;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobVersions;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.Marks;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.RunLogs;
import io.baton.domain.port.Sessions;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.Watermarks;

/** The ports of one client of a {@link MemoryDatabase}, such as one process has them. */
public final class MemorySession {
    private final MemoryLink link = new MemoryLink();
    private final MemoryTables tables;

    MemorySession(MemoryTables tables) {
        this.tables = tables;
    }

    public TaskLedger ledger() {
        return new MemoryTaskLedger(tables);
    }

    public LedgerRecovery recovery() {
        return new MemoryLedgerRecovery(tables);
    }

    public Watermarks watermarks() {
        return new MemoryWatermarks(tables);
    }

    public TaskHistory history() {
        return new MemoryTaskHistory(tables);
    }

    public JobRepository jobs() {
        return new MemoryJobRepository(tables);
    }

    public Marks marks() {
        return new MemoryMarks(tables);
    }

    public Accounts accounts() {
        return new MemoryAccounts(tables);
    }

    public Sessions sessions() {
        return new MemorySessions(tables);
    }

    public ApiTokens apiTokens() {
        return new MemoryApiTokens(tables);
    }

    public AuditLog audit() {
        return new MemoryAuditLog(tables);
    }

    public RunLogs runLogs() {
        return new MemoryRunLogs(tables);
    }

    public JobVersions jobVersions() {
        return new MemoryJobVersions(tables);
    }

    public NodeWitness witness() {
        return new MemoryNodeWitness(tables, link);
    }

    /** Its connection, which tests and simulations cut and restore: presence ends and comes back with it. */
    public MemoryLink link() {
        return link;
    }
}
