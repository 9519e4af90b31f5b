package io.baton.application;

import io.baton.domain.port.Accounts;
import io.baton.domain.port.ApiTokens;
import io.baton.domain.port.AuditLog;
import io.baton.domain.port.CronParser;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobVersions;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.LoadProbe;
import io.baton.domain.port.Marks;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.RunLogs;
import io.baton.domain.port.Sessions;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;
import io.baton.domain.port.Watermarks;
import java.util.function.Function;

/** The ports of a node, by plane. */
public record Ports(When when, Where where, What what, TaskInvoker invoker) {

    /** @param triggers makes the triggers that call a door; called once */
    public record When(CronParser crons, Function<FiringDoor, Triggers> triggers, LoadProbe probe) {}

    public record Where(
            NodeRegistry registry, TaskQueue queue, QueueRecovery queueRecovery, TaskLock lock, MasterLease lease) {}

    public record What(Definitions definitions, Ledger ledger, NodeWitness witness) {}

    public record Definitions(JobRepository jobs, Watermarks watermarks, Marks marks) {}

    /** @param spool of this machine, for ends of runs while the ledger does not answer */
    public record Ledger(TaskLedger tasks, LedgerRecovery recovery, TaskHistory history, ResultSpool spool) {}

    /** People, what they did, what runs said, and what definitions were: for those who look and administer, not for the core. */
    public record Office(
            Accounts accounts,
            Sessions sessions,
            ApiTokens tokens,
            AuditLog audit,
            RunLogs logs,
            JobVersions versions) {}
}
