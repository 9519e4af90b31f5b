package io.baton.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the node runs and how it shares it.
 *
 * @param acceptLegacy whether the two older message formats are taken
 * @param loadThreshold the load, 0..1, from which the master hands work to others
 * @param retention how long finished tasks stay in the ledger
 */
public record WorkSettings(
        TaskSettings tasks, Optional<Path> jobsFile, boolean acceptLegacy, double loadThreshold, Duration retention) {}
