package io.baton.bootstrap.demo;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;

/** The bean {@code demoTask} of {@code --demo}: each method writes its arguments to the run's log. */
public final class DemoTask {
    @TaskTarget("Greets somebody")
    public void greet(String name, TaskContext context) {
        context.log("Hello, " + name + "! (shard " + context.shardIndex() + " of " + context.shardCount() + ")");
    }

    @TaskTarget("Greets with an argument of every type")
    public void greet(String name, int count, long id, double ratio, boolean loud, TaskContext context) {
        context.log("greet: name=" + name + " count=" + count + " id=" + id + " ratio=" + ratio + " loud=" + loud);
    }

    @TaskTarget("Shows its three arguments")
    public void demoMethod(String text, int number, boolean flag, TaskContext context) {
        context.log("demoMethod: text=" + text + " number=" + number + " flag=" + flag);
    }

    @TaskTarget("Takes no argument")
    public void noParams(TaskContext context) {
        context.log("noParams: attempt " + context.attempt() + " of " + context.taskId());
    }

    @TaskTarget("Sleeps for so many milliseconds; can be interrupted")
    public void sleep(long millis, TaskContext context) throws InterruptedException {
        context.log("sleep: millis=" + millis);
        Thread.sleep(atLeastZero(millis));
        context.log("sleep: awake after millis=" + millis);
    }

    @TaskTarget("Fails with the message")
    public void fail(String message, TaskContext context) {
        context.log("fail: message=" + message + " attempt=" + context.attempt());
        throw new IllegalStateException(message);
    }

    @TaskTarget("Reports its progress in so many steps of so many milliseconds each; can be interrupted")
    public void progress(int steps, long millisEach, TaskContext context) throws InterruptedException {
        context.log("progress: steps=" + steps + " millisEach=" + millisEach);
        for (int step = 1; step <= steps; step++) {
            Thread.sleep(atLeastZero(millisEach));
            context.progress((int) (100L * step / steps), "step " + step + " of " + steps);
            context.log("step " + step + " of " + steps + " is done");
        }
        context.progress(100, "done");
    }

    private static long atLeastZero(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("millis = " + millis + " is negative; legal is: 0 or more");
        }
        return millis;
    }
}
