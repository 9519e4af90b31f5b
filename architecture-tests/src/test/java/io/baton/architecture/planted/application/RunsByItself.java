package io.baton.architecture.planted.application;

import io.baton.domain.port.TaskInvoker.Code;
import io.baton.task.TaskContext;

/** A second path to a task's method. */
public final class RunsByItself {
    void run(Code code, TaskContext context) throws Exception {
        code.run(context);
    }
}
