package io.baton.bootstrap.metrics;

import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import java.util.List;

/** Tasks that are counted while they run. */
public final class MeteredTasks implements TaskInvoker {
    private final TaskInvoker tasks;
    private final Meters meters;

    public MeteredTasks(TaskInvoker tasks, Meters meters) {
        this.tasks = tasks;
        this.meters = meters;
    }

    @Override
    public List<TargetEntry> targets() {
        return tasks.targets();
    }

    @Override
    public Resolution resolve(InvocationTarget target) {
        Resolution resolution = tasks.resolve(target);
        return new Resolution(resolution.code().map(this::counted), resolution.refusal());
    }

    private Code counted(Code code) {
        return context -> {
            meters.began();
            try {
                code.run(context);
            } finally {
                meters.ended();
            }
        };
    }
}
