package io.baton.benchmarks.starts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * What ran in this process: kept in memory, written ten times a second, so that noting a start costs a microsecond and not a
 * file access. Every contender's task uses it. A line: {@code <task id> <due, epoch millis> <started, epoch millis>}.
 *
 * <p>The file is in the folder in which the process works.
 */
public final class StartLog {
    private static final ConcurrentLinkedQueue<String> LINES = new ConcurrentLinkedQueue<>();

    static {
        Thread writer = new Thread(StartLog::write, "bench-starts");
        writer.setDaemon(true);
        writer.start();
    }

    private StartLog() {}

    /** Notes that a task begins now. @param due when it was to, epoch millis */
    public static void note(String task, long due) {
        LINES.add(task + " " + due + " " + System.currentTimeMillis());
    }

    private static void write() {
        Path file = Start.file(ProcessHandle.current().pid());
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            while (true) {
                for (String line = LINES.poll(); line != null; line = LINES.poll()) {
                    writer.write(line);
                    writer.newLine();
                }
                writer.flush();
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the starts cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
