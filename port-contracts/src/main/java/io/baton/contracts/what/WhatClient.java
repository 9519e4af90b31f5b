package io.baton.contracts.what;

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

/** The ports of one client of a store, as one node has them. */
public record WhatClient(
        TaskLedger ledger,
        LedgerRecovery recovery,
        Watermarks watermarks,
        TaskHistory history,
        JobRepository jobs,
        Marks marks,
        NodeWitness witness,
        Office office) {

    /** The ports of people, of what they did, and of what runs said. */
    public record Office(
            Accounts accounts,
            Sessions sessions,
            ApiTokens tokens,
            AuditLog audit,
            RunLogs logs,
            JobVersions versions) {}
}
