package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The servers that this JVM used so far, in the order of their start; guarded by the class. */
final class UsedServers {
    private static final List<UsedServer> USED = new ArrayList<>();
    private static String reported = "";

    private UsedServers() {}

    static synchronized void add(UsedServer server) {
        USED.add(server);
    }

    static synchronized List<UsedServer> all() {
        return List.copyOf(USED);
    }

    /**
     * Prints the one line that names each kind of server used, unless it was printed before or there is none; appends it to
     * the file in the property {@code baton.test.servers.report} too, if that is set.
     */
    static synchronized void report() {
        String kinds = USED.stream().map(UsedServer::label).distinct().collect(Collectors.joining(", "));
        if (kinds.equals(reported)) {
            return;
        }
        reported = kinds;
        String line = "Test servers used: " + kinds;
        System.out.println(line);
        Settings.ofThisJvm().value(Settings.REPORT).ifPresent(file -> append(line, Path.of(file)));
    }

    private static void append(String line, Path file) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The report of used servers cannot be written, see " + Settings.REPORT, e);
        }
    }
}
