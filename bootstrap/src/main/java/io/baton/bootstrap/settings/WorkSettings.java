package io.baton.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the node runs and how it shares it.
 *
 * @param acceptLegacy whether the two older message formats are taken
 * @param retention how long finished tasks stay in the ledger
 */
public record WorkSettings(
        TaskSettings tasks, Optional<Path> jobsFile, boolean acceptLegacy, Dispatch dispatch, Duration retention) {

    /**
     * How the work is shared out.
     *
     * @param loadThreshold the load, 0..1, from which the master hands work to others
     * @param queueCapacity how many messages may wait on one node's queue
     * @param firingNodes how many nodes fire a job
     */
    public record Dispatch(double loadThreshold, int queueCapacity, int firingNodes) {}
}
