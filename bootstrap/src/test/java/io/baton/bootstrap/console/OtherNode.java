package io.baton.bootstrap.console;

import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node in a JVM of its own, which can be killed as machines die: without a word. */
final class OtherNode implements AutoCloseable {
    /** 3 min: on a busy machine a JVM starts slowly. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path out;

    /**
     * @param folder its working directory, which keeps what it prints
     * @param settings as of the node beside it; its id is another
     */
    OtherNode(String id, Path folder, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "--baton.node.id=" + id,
                "--baton.http.port=0"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        out = folder.resolve(id + ".txt");
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    /** Waits until it is ready. */
    void awaitReady() {
        await("ready")
                .atMost(PATIENCE)
                .failFast("it has ended before it was ready", () -> !process.isAlive())
                .until(() -> Files.readString(out).contains(" ready on "));
    }

    /** Sends SIGKILL and waits for the end. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("process " + process.pid() + " outlived SIGKILL by a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
