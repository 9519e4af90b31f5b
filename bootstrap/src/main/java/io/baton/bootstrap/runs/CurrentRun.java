package io.baton.bootstrap.runs;

import io.baton.application.log.RunLogWriter;
import io.baton.domain.log.LogLevel;
import io.baton.domain.task.TaskId;
import java.util.Optional;

/** The run that the calling thread is in. */
record CurrentRun(TaskId task, int attempt, RunLogWriter writer) {
    private static final ThreadLocal<CurrentRun> CURRENT = new ThreadLocal<>();

    static Optional<CurrentRun> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    void begin() {
        CURRENT.set(this);
        writer.began(task, attempt);
    }

    void end() {
        CURRENT.remove();
        writer.ended(task, attempt);
    }

    void say(LogLevel level, String text) {
        writer.text(task, attempt, level, text);
    }
}
