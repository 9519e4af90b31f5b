package io.baton.bootstrap.cli;

import io.baton.bootstrap.settings.NodeSettings;

/** Runs a node in this process until it is told to stop. */
@FunctionalInterface
public interface NodeRunner {
    /**
     * Returns when the node has stopped. The log is set up already.
     *
     * @return the process's exit code, one of {@link ExitCode}
     */
    int run(NodeSettings settings);
}
