package io.baton.bootstrap.settings;

import java.time.Duration;

/**
 * The times of a node's life.
 *
 * @param drainTimeout how long running tasks may take to finish at shutdown
 * @param heartbeatInterval at most a third of the timeout
 */
public record Timing(Duration drainTimeout, Duration heartbeatInterval, Duration heartbeatTimeout) {}
