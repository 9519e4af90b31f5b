package io.baton.bootstrap.metrics;

import io.baton.application.Ports;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.port.Watermarks;

/** The stores' ports, counted and timed. */
public final class MeteredPorts {
    private static final String SQL = "scheduler.db";
    private static final String REDIS = "scheduler.redis.command";

    private final Meters meters;

    public MeteredPorts(Meters meters) {
        this.meters = meters;
    }

    public Ports.What of(Ports.What what) {
        Ports.Definitions definitions = what.definitions();
        Ports.Ledger ledger = what.ledger();
        return new Ports.What(
                new Ports.Definitions(
                        sql(JobRepository.class, definitions.jobs()),
                        sql(Watermarks.class, definitions.watermarks()),
                        definitions.marks()),
                new Ports.Ledger(
                        new MeteredLedger(sql(TaskLedger.class, ledger.tasks()), meters),
                        new MeteredRecovery(sql(LedgerRecovery.class, ledger.recovery()), meters),
                        sql(TaskHistory.class, ledger.history()),
                        ledger.spool()),
                what.witness());
    }

    public Ports.Where of(Ports.Where where) {
        return new Ports.Where(
                redis(NodeRegistry.class, where.registry()),
                new MeteredQueue(redis(TaskQueue.class, where.queue()), meters),
                redis(QueueRecovery.class, where.queueRecovery()),
                redis(TaskLock.class, where.lock()),
                redis(MasterLease.class, where.lease()));
    }

    private <P> P sql(Class<P> port, P real) {
        return TimedPort.of(port, real, meters, SQL, "op");
    }

    private <P> P redis(Class<P> port, P real) {
        return TimedPort.of(port, real, meters, REDIS, "cmd");
    }
}
