package io.baton.bootstrap.node;

import io.baton.application.execute.RunListener;
import io.baton.domain.task.TaskId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes what runs say into the node's own log, each line with its task. */
final class RunLog implements RunListener {
    private static final Logger LOG = System.getLogger("baton.task");

    @Override
    public void line(TaskId task, int attempt, String line) {
        LOG.log(Level.INFO, task + " says: " + line);
    }

    @Override
    public void progress(TaskId task, int percent, String message) {
        LOG.log(Level.INFO, task + " is at " + percent + " %" + (message.isEmpty() ? "" : ": " + message));
    }
}
