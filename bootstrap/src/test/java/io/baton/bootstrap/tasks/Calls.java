package io.baton.bootstrap.tasks;

import io.baton.contracts.what.RecordingContext;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import java.util.List;

/** Calls targets as a run does. */
public final class Calls {
    private Calls() {}

    /** Runs the target and returns what it logged. */
    public static List<String> run(TaskInvoker registry, String target) throws Exception {
        TaskInvoker.Resolution resolution = registry.resolve(InvocationTarget.parse(target));
        RecordingContext context = new RecordingContext();
        resolution
                .code()
                .orElseThrow(() -> new AssertionError(resolution.refusal()))
                .run(context);
        return context.lines;
    }

    static String refusal(TaskInvoker registry, String target) {
        return registry.resolve(InvocationTarget.parse(target)).refusal();
    }
}
