package io.baton.bootstrap.node;

import io.baton.application.execute.RunListener;
import io.baton.domain.task.TaskId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Passes on what runs say, and writes it into the node's own log as well, each line with its task. */
final class RunLog implements RunListener {
    private static final Logger LOG = System.getLogger("baton.task");

    private final RunListener next;

    RunLog(RunListener next) {
        this.next = next;
    }

    @Override
    public void line(TaskId task, int attempt, String line) {
        next.line(task, attempt, line);
        LOG.log(Level.INFO, task + " says: " + line);
    }

    @Override
    public void progress(TaskId task, int percent, String message) {
        next.progress(task, percent, message);
        LOG.log(Level.INFO, task + " is at " + percent + " %" + (message.isEmpty() ? "" : ": " + message));
    }
}
