package io.baton.bootstrap.jar;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built jar in a JVM of its own, under {@code LC_ALL=C}; what it prints is kept. */
final class NodeJar implements AutoCloseable {
    static final String TOKEN = "a-token-of-at-least-32-characters";
    /** 90 s: a JVM that shares two processors with four others starts in 10. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Pattern READY = Pattern.compile("Baton node (\\S+) ready on http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path out;
    private final Path err;

    private NodeJar(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param folder its working directory */
    static NodeJar start(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar()));
        command.addAll(List.of(arguments));
        return start(folder, command, Map.of());
    }

    /** @param environment what else it finds in its environment */
    static NodeJar start(Path folder, List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile(folder, "out-", ".txt");
            Path err = Files.createTempFile(folder, "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("BATON_"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("BATON_API_TOKEN", TOKEN);
            builder.environment().putAll(environment);
            return new NodeJar(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String jar() {
        return Objects.requireNonNull(
                System.getProperty("baton.node.jar"), "baton.node.jar is not set: these tests run in Maven's verify");
    }

    /** Waits until it is ready. @return where it answers */
    String ready() {
        Matcher ready = READY.matcher(line(READY.pattern()));
        if (!ready.find()) {
            throw new IllegalStateException("it did not say ready");
        }
        return "http://127.0.0.1:" + ready.group(2);
    }

    /** What its threads have taken of the processors so far, all together. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Waits for a line that holds the expression. */
    String line(String expression) {
        Pattern wanted = Pattern.compile(expression);
        await("a line with " + expression)
                .atMost(PATIENCE)
                .failFast(
                        "it has ended: " + this,
                        () -> !process.isAlive() && find(wanted).isEmpty())
                .until(() -> !find(wanted).isEmpty());
        return find(wanted).get(0);
    }

    private List<String> find(Pattern wanted) {
        return out().stream().filter(l -> wanted.matcher(l).find()).toList();
    }

    /** What it has printed so far; malformed UTF-8 fails. */
    List<String> out() {
        return read(out);
    }

    List<String> err() {
        return read(err);
    }

    private static List<String> read(Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM. */
    void term() {
        process.destroy();
    }

    /** Sends SIGKILL and waits for the end. */
    void kill() {
        process.destroyForcibly();
        exit();
    }

    /** Waits for its end. @return its exit code */
    int exit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it still runs: " + this);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How the process that was started is called by now, with its arguments. */
    String command() {
        return process.info().commandLine().orElse("");
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exit();
    }

    @Override
    public String toString() {
        return String.join("\n", out()) + "\n" + String.join("\n", err());
    }
}
