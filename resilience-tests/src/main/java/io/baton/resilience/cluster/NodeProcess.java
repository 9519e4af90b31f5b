package io.baton.resilience.cluster;

import static org.awaitility.Awaitility.await;

import io.baton.testservers.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node in a JVM of its own, with its log in a file. It ends with this JVM at the latest. */
public final class NodeProcess implements AutoCloseable {
    /** 2 minutes: a node is ready after some 3 s; a machine with much other load takes its time. */
    private static final Duration READY = Duration.ofMinutes(2);

    private static final Pattern READY_LINE = Pattern.compile("Baton node \\S+ ready on (http://\\S+)");

    private final String id;
    private final Process process;
    private final Path log;
    private final long logFrom;

    private NodeProcess(String id, Process process, Path log, long logFrom) {
        this.id = id;
        this.process = process;
        this.log = log;
        this.logFrom = logFrom;
    }

    /** Starts the process, without waiting for it to be ready. It works in that folder; a log that is there goes on. */
    static NodeProcess start(String id, List<String> command, Path log, Path folder, Map<String, String> environment) {
        try {
            long from = Files.isRegularFile(log) ? Files.size(log) : 0;
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Watchdog.watch(process);
            return new NodeProcess(id, process, log, from);
        } catch (IOException e) {
            throw new UncheckedIOException("node " + id + " cannot be started", e);
        }
    }

    public String id() {
        return id;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What its process ended with; empty while it lives. */
    public OptionalInt exitCode() {
        return alive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Waits for the ready line. @throws IllegalStateException if the process ends instead */
    public NodeProcess awaitReady() {
        await("node " + id + " is ready")
                .atMost(READY)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!alive() && address().isEmpty()) {
                        throw new IllegalStateException(
                                "node " + id + " ended with " + process.exitValue() + ":\n" + log());
                    }
                    return address().isPresent();
                });
        return this;
    }

    /** Where it serves HTTP; empty until it is ready. */
    Optional<String> address() {
        Matcher ready = READY_LINE.matcher(log());
        return ready.find() ? Optional.of(ready.group(1)) : Optional.empty();
    }

    /** What this process has logged. */
    public String log() {
        if (!Files.isRegularFile(log)) {
            return "";
        }
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(logFrom, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the log of node " + id + " cannot be read", e);
        }
    }

    /** Its HTTP door. */
    public NodeApi api() {
        return new NodeApi(address().orElseThrow(() -> new IllegalStateException("node " + id + " is not ready")));
    }

    /** Ends it as kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    /** Ends it as SIGTERM does, and waits. @return its exit code */
    public int stop() {
        process.destroy();
        return end();
    }

    /** Stops the process where it stands (SIGSTOP); the operating system keeps its connections. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on. */
    public void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        if (alive()) {
            kill();
        }
    }

    @Override
    public String toString() {
        return id;
    }

    private int end() {
        try {
            if (!process.waitFor(READY.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("node " + id + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while node " + id + " ended", e);
        }
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " of node " + id + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
