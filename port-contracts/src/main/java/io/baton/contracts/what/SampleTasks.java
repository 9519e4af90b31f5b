package io.baton.contracts.what;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Methods for the contracts of {@code TaskInvoker}; each logs what it was called with. */
public class SampleTasks {
    private final AtomicInteger calls = new AtomicInteger();

    @TaskTarget
    public void all(String text, int number, long id, double ratio, boolean loud, TaskContext context) {
        context.log(text + " " + number + " " + id + " " + ratio + " " + loud);
    }

    @TaskTarget
    public void wide(long number, TaskContext context) {
        context.log("long " + number);
    }

    @TaskTarget
    public void narrow(int number, TaskContext context) {
        context.log("int " + number);
    }

    @TaskTarget
    public void either(int number, TaskContext context) {
        context.log("int " + number);
    }

    @TaskTarget
    public void either(long number, TaskContext context) {
        context.log("long " + number);
    }

    /** Tells how often this object was called. */
    @TaskTarget
    public void count(TaskContext context) {
        context.log("call " + calls.incrementAndGet());
    }

    @TaskTarget
    public void fail(String why) throws IOException {
        throw new IOException(why);
    }

    /** Not a target. */
    public void unmarked() {}
}
