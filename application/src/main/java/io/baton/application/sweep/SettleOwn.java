package io.baton.application.sweep;

import io.baton.application.Ports;
import io.baton.application.execute.RunningTasks;
import io.baton.application.place.Relocation;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.LedgerRecovery.Lost;
import io.baton.domain.port.StoreException;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what the ledger says of this node against what it has in memory: ends runs that somebody wants ended, and settles
 * tasks that the ledger calls running here and that this node does not know (a start whose answer was lost).
 */
public final class SettleOwn {
    private static final Logger LOG = System.getLogger(SettleOwn.class.getName());
    private static final int BATCH = 1000;

    private final Ports.Ledger ledger;
    private final Incarnation self;
    private final RunningTasks running;
    private final Relocation relocation;
    private Set<Lost> suspects = new HashSet<>();

    public SettleOwn(Ports.Ledger ledger, Incarnation self, RunningTasks running, Relocation relocation) {
        this.ledger = ledger;
        this.self = self;
        this.running = running;
        this.relocation = relocation;
    }

    /** Ends runs that are not wanted any more. Asks nothing while nothing runs. */
    public void endUnwanted() {
        if (running.isEmpty()) {
            return;
        }
        try {
            for (TaskId task : ledger.history().unwanted(self)) {
                running.endWith(task, Outcome.CANCELLED);
            }
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "wishes to cancel are not known: {0}", e.getMessage());
        }
    }

    /** Settles tasks that two looks in a row, a heartbeat apart, found running in the ledger and not in memory. */
    public void settleUnknown() {
        try {
            Set<Lost> unknown = new HashSet<>();
            for (TaskRow row : ledger.recovery().held(self, TaskState.RUNNING, BATCH)) {
                if (!running.holds(row.id())) {
                    unknown.add(new Lost(row.id(), row.fence()));
                }
            }
            List<Lost> sure = unknown.stream().filter(suspects::contains).toList();
            suspects = unknown;
            if (!sure.isEmpty()) {
                LOG.log(Level.WARNING, "{0} tasks that the ledger calls running here are not: settled", sure.size());
                relocation.relocate(ledger.recovery().recover(sure, self, Reason.NONE), Optional.empty());
            }
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "own tasks are not settled: {0}", e.getMessage());
        }
    }
}
