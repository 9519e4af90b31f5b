package io.baton.resilience.traffic;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the scenes' jobs run. Each start and each end is one line in the file that the environment variable {@code
 * TRAFFIC_JOURNAL} names: an account of what really ran that owes nothing to the ledger. Lines are appended whole, by all
 * nodes, so that what a killed process wrote is there.
 *
 * <p>A line: {@code S|E <task id> <attempt> <fence> <epoch millis> <node process>}.
 */
public final class Traffic {
    @TaskTarget("Returns at once")
    public void tick(TaskContext context) throws IOException {
        write("S", context);
        write("E", context);
    }

    @TaskTarget("Works for so many milliseconds; can be interrupted")
    public void work(long millis, TaskContext context) throws IOException, InterruptedException {
        write("S", context);
        Thread.sleep(millis);
        write("E", context);
    }

    @TaskTarget("Works for so many milliseconds and hears no interrupt")
    public void stubborn(long millis, TaskContext context) throws IOException {
        write("S", context);
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        Thread.interrupted(); // an interrupted thread cannot write to a channel
        write("E", context);
    }

    @TaskTarget("Fails")
    public void fail(TaskContext context) throws IOException {
        write("S", context);
        write("E", context);
        throw new IllegalStateException("on purpose");
    }

    @TaskTarget("Takes the whole process with it")
    public void halt(TaskContext context) throws IOException {
        write("S", context);
        Runtime.getRuntime().halt(137);
    }

    private static void write(String what, TaskContext context) throws IOException {
        String line = what + " " + context.taskId() + " " + context.attempt() + " " + context.fence() + " "
                + System.currentTimeMillis() + " " + ProcessHandle.current().pid() + "\n";
        try (FileChannel file = FileChannel.open(
                Path.of(System.getenv("TRAFFIC_JOURNAL")), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
