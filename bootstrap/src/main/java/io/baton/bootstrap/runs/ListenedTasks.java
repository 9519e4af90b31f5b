package io.baton.bootstrap.runs;

import io.baton.application.log.RunLogWriter;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import io.baton.domain.task.TaskId;
import io.baton.task.TaskContext;
import java.util.List;
import java.util.Optional;

/** Tasks whose threads are listened to while they run. */
public final class ListenedTasks implements TaskInvoker {
    private final TaskInvoker tasks;
    private final RunLogWriter writer;

    public ListenedTasks(TaskInvoker tasks, RunLogWriter writer) {
        this.tasks = tasks;
        this.writer = writer;
    }

    @Override
    public List<TargetEntry> targets() {
        return tasks.targets();
    }

    @Override
    public Resolution resolve(InvocationTarget target) {
        Resolution resolution = tasks.resolve(target);
        Optional<Code> code = resolution.code().map(this::listened);
        return new Resolution(code, resolution.refusal());
    }

    private Code listened(Code code) {
        return context -> {
            CurrentRun run = run(context);
            run.begin();
            try {
                code.run(context);
            } finally {
                run.end();
            }
        };
    }

    private CurrentRun run(TaskContext context) {
        return new CurrentRun(TaskId.parse(context.taskId()), context.attempt(), writer);
    }
}
