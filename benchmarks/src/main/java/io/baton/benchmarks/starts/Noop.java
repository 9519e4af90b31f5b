package io.baton.benchmarks.starts;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;

/** What Baton's jobs run in a measurement. */
public final class Noop {
    @TaskTarget("Notes its start and returns")
    public void run(TaskContext context) {
        StartLog.note(context.taskId(), context.scheduledAt().toEpochMilli());
    }
}
