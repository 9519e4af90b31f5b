package io.baton.resilience.traffic;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the scenes' jobs run. Each start and each end is one line in the file that the environment variable {@code
 * TRAFFIC_JOURNAL} names: an account of what really ran that owes nothing to the ledger. Lines are appended whole, by all
 * nodes, so that what a killed process wrote is there.
 *
 * <p>A line: {@code S|E <task id> <attempt> <fence> <epoch millis> <node process>}, or {@code W|R}, the same, and the name of
 * a record that let the run write, or refused it. A record remembers the greatest fence that it has seen, as
 * docs/writing-tasks.md advises; judging a fence, remembering it and noting that here are one step under a file lock.
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
        try {
            Thread.sleep(millis);
        } finally {
            write("E", context);
        }
    }

    @TaskTarget("Writes to its job's record, works for so many milliseconds, and writes to it again")
    public void guardedByJob(long millis, TaskContext context) throws IOException, InterruptedException {
        guarded(context.jobKey(), millis, context);
    }

    @TaskTarget("Writes to its task's record, works for so many milliseconds, and writes to it again")
    public void guardedByTask(long millis, TaskContext context) throws IOException, InterruptedException {
        guarded(context.taskId(), millis, context);
    }

    private static void guarded(String record, long millis, TaskContext context)
            throws IOException, InterruptedException {
        write("S", context);
        try {
            effect(record, context);
            Thread.sleep(millis);
            effect(record, context);
        } finally {
            write("E", context);
        }
    }

    @TaskTarget("Works for so many milliseconds and hears no interrupt")
    public void stubborn(long millis, TaskContext context) throws IOException {
        write("S", context);
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
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

    /** A node that stands still in here keeps the others waiting; it is there for microseconds. */
    private static void effect(String record, TaskContext context) throws IOException {
        Path file = Path.of(System.getenv("TRAFFIC_JOURNAL") + "-record-" + record);
        synchronized (Traffic.class) { // a process locks a file once
            try (RandomAccessFile guarded = new RandomAccessFile(file.toFile(), "rw")) {
                guarded.getChannel().lock();
                long greatest = guarded.length() == 0 ? 0 : guarded.readLong();
                if (context.fence() >= greatest) {
                    guarded.seek(0);
                    guarded.writeLong(context.fence());
                }
                write(context.fence() >= greatest ? "W" : "R", context, " " + record);
            }
        }
    }

    private static void write(String what, TaskContext context) throws IOException {
        write(what, context, "");
    }

    /** Not through a channel: an interrupted thread could not write. */
    private static void write(String what, TaskContext context, String more) throws IOException {
        String line = what + " " + context.taskId() + " " + context.attempt() + " " + context.fence() + " "
                + System.currentTimeMillis() + " " + ProcessHandle.current().pid() + more + "\n";
        try (FileOutputStream file = new FileOutputStream(System.getenv("TRAFFIC_JOURNAL"), true)) {
            file.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
