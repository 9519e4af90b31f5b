package io.baton.resilience.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node's process holds: its threads, and its heap after a full collection.
 *
 * @param heapKb live objects, KiB
 */
public record Footprint(int threads, long heapKb) {
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    /** A generation's line, of whichever collector; meta and class space are not the heap's. */
    private static final Pattern USED =
            Pattern.compile("^(?!.*(?:Metaspace|class space)).*used (\\d+)K", Pattern.MULTILINE);

    /** Of a living process, by the tools of the JDK. */
    public static Footprint of(NodeProcess node) {
        try {
            Matcher threads = THREADS.matcher(Files.readString(Path.of("/proc/" + node.pid() + "/status")));
            if (!threads.find()) {
                throw new IllegalStateException(node + " does not tell its threads");
            }
            jcmd(node, "GC.run");
            Matcher used = USED.matcher(jcmd(node, "GC.heap_info"));
            long heap = 0;
            while (used.find()) {
                heap += Long.parseLong(used.group(1));
            }
            return new Footprint(Integer.parseInt(threads.group(1)), heap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jcmd(NodeProcess node, String what) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), Long.toString(node.pid()), what)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return threads + " threads, " + heapKb / 1024 + " MiB live";
    }
}
