package io.baton.benchmarks.starts;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A task that stays until a file appears in the folder in which its process works: whoever measures says when it ends. */
public final class Stay {
    @TaskTarget("Notes its start and stays until that file is there")
    public void until(String file, TaskContext context) throws InterruptedException {
        StartLog.note(context.taskId(), context.scheduledAt().toEpochMilli());
        awaited(Path.of(file));
    }

    /** Looks ten times a second. */
    public static void awaited(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
