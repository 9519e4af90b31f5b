package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell process that kills this JVM's servers when the JVM dies without a chance to do so itself.
 *
 * <p>Its standard input is a pipe that only this JVM holds open. The JVM writes {@code add 123} and {@code drop 123}; at
 * the end of the pipe, which the kernel closes however the JVM dies, the shell kills the processes that are left. It needs
 * nothing but {@code sh}.
 */
public final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** Ctrl-C reaches the whole process group, and must not take the watchdog away before the JVM. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=
            while read -r action pid; do
              case $action in
                add) pids="$pids $pid" ;;
                drop)
                  left=
                  for p in $pids; do [ "$p" = "$pid" ] || left="$left $p"; done
                  pids=$left ;;
              esac
            done
            [ -z "$pids" ] || kill -9 $pids
            """;

    private static @Nullable Writer pipe;

    private Watchdog() {}

    /** Makes sure that {@code process} does not outlive this JVM. */
    public static void watch(Process process) {
        long pid = process.pid();
        try {
            tell("add", pid);
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException("No watchdog over process " + pid + ": is there a program 'sh'?", e);
        }
        var unused = process.onExit().thenRun(() -> forget(pid));
    }

    /** The process has ended, and its number may be given to another. */
    private static void forget(long pid) {
        try {
            tell("drop", pid);
        } catch (IOException e) {
            LOG.warn("The watchdog does not take back process {}, which has ended", pid, e);
        }
    }

    private static synchronized void tell(String action, long pid) throws IOException {
        Writer open = pipe;
        if (open == null) {
            open = start();
            pipe = open;
        }
        open.write(action + " " + pid + "\n");
        open.flush();
    }

    private static Writer start() throws IOException {
        return new ProcessBuilder("sh", "-c", SCRIPT, "baton-test-servers-watchdog")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .outputWriter(StandardCharsets.US_ASCII);
    }
}
