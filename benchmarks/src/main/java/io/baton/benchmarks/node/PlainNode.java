package io.baton.benchmarks.node;

import io.baton.resilience.cluster.NodeJar;
import io.baton.testservers.Watchdog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built jar as a user starts it: {@code java -jar}, no flags. */
final class PlainNode implements AutoCloseable {
    private static final double TICKS = 100;

    /** What it asks of callers. */
    static final String TOKEN = "a-token-of-the-benchmarks-and-of-nothing-else";

    private static final Pattern READY = Pattern.compile(" ready on (http://\\S+)");

    private final Process process;
    private final long readyMillis;
    private final String address;

    private PlainNode(Process process, long readyMillis, String address) {
        this.process = process;
        this.readyMillis = readyMillis;
        this.address = address;
    }

    /** Starts it in an empty folder and waits for its ready line. */
    static PlainNode start(Path folder, List<String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                NodeJar.path().toString(),
                "--baton.http.port=0"));
        command.addAll(settings);
        try {
            Files.createDirectories(folder);
            long began = System.nanoTime();
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("BATON_API_TOKEN", TOKEN);
            Process process = builder.start();
            Watchdog.watch(process);
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    long took = (System.nanoTime() - began) / 1_000_000;
                    drain(said);
                    return new PlainNode(process, took, ready.group(1));
                }
            }
            throw new IllegalStateException("the node ended before it was ready:\n" + String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException("the node cannot be started", e);
        }
    }

    private static void drain(BufferedReader said) {
        Thread reader = new Thread(() -> readOn(said), "bench-node-output");
        reader.setDaemon(true);
        reader.start();
    }

    private static void readOn(BufferedReader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // The node was ended, and what it had to say with it.
        }
    }

    /** From the start of the process to the ready line. */
    long readyMillis() {
        return readyMillis;
    }

    /** Where it serves, such as {@code http://127.0.0.1:1234}. */
    String address() {
        return address;
    }

    /** Processor time that it has taken so far. */
    double processorSeconds() {
        String stat = proc("stat");
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS;
    }

    /** Memory that it holds, MiB. */
    long residentMib() {
        return proc("status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private String proc(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException("the node has ended", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the node does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
