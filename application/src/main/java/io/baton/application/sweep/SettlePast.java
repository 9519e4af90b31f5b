package io.baton.application.sweep;

import io.baton.domain.job.Job;
import io.baton.domain.port.LedgerRecovery;
import java.util.function.Supplier;

/**
 * Enters what a job was due for up to now and nobody has claimed, before its definition changes.
 *
 * <p>An instant belongs to the version in force at it, and sweeps know the version of today: a due time that no node could
 * claim, because a store was away, would be forgotten with its version.
 */
public final class SettlePast {
    /** 3 tries: a master that sweeps at the same moment makes one of them vain. */
    private static final int TRIES = 3;

    private final LedgerRecovery ledger;
    private final Supplier<SweepDueTimes> sweeps;

    /** @param sweeps makes one that has seen nothing yet */
    public SettlePast(LedgerRecovery ledger, Supplier<SweepDueTimes> sweeps) {
        this.ledger = ledger;
        this.sweeps = sweeps;
    }

    /**
     * @param job as it stands before the change
     * @throws io.baton.domain.port.StoreException if the store did not answer: the change must not be made
     */
    public void settle(Job job) {
        int tries = 0;
        while (!sweeps.get().settle(job, ledger.now()) && tries < TRIES) {
            tries++;
        }
    }
}
