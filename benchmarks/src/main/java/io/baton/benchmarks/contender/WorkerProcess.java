package io.baton.benchmarks.contender;

import io.baton.resilience.cluster.ClassPath;
import io.baton.testservers.Watchdog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A peer's worker, which is told what to do by lines. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Writer told;

    private WorkerProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.told = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** @param program main class and its arguments */
    static WorkerProcess start(Path folder, List<String> program) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                "-cp",
                ClassPath.ofThisProgram()));
        command.addAll(program);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("workers.log").toFile()))
                    .start();
            Watchdog.watch(process);
            return new WorkerProcess(process);
        } catch (IOException e) {
            throw new IllegalStateException("a worker cannot be started", e);
        }
    }

    long pid() {
        return process.pid();
    }

    void awaitBuilt() {
        try {
            String line = said.readLine();
            while (line != null && !line.equals("built")) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("a worker ended before it was built; see workers.log");
            }
            drain();
        } catch (IOException e) {
            throw new IllegalStateException("a worker does not answer", e);
        }
    }

    /** What it says from now on is of no interest, but must not fill the pipe. */
    private void drain() {
        Thread reader = new Thread(() -> said.lines().forEach(line -> {}), "bench-worker-output");
        reader.setDaemon(true);
        reader.start();
    }

    void go() {
        try {
            told.write("go\n");
            told.flush();
        } catch (IOException e) {
            throw new IllegalStateException("a worker does not listen", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a worker does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
