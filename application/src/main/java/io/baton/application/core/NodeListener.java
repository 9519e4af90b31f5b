package io.baton.application.core;

import io.baton.application.jobs.JobReconciler;
import io.baton.domain.job.Misfire;
import java.time.Duration;

/** Hears what a node finds out of order and puts right. Called by the thread that found it, which waits: be quick, and throw nothing. */
public interface NodeListener {
    /** Hears nothing. */
    NodeListener DEAF = new NodeListener() {
        @Override
        public void misfired(Misfire policy, int dueTimes) {}

        @Override
        public void reconciled(JobReconciler.Report drift, Duration took) {}
    };

    /** A job's due times were missed by more than its threshold, and the ledger holds now what the policy made of them. @param dueTimes from 1 */
    void misfired(Misfire policy, int dueTimes);

    /** All that is armed was compared with the store. The first comparison, which arms everything, is not told. */
    void reconciled(JobReconciler.Report drift, Duration took);
}
