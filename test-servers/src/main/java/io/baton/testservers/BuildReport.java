package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of servers that all test JVMs of a build used.
 *
 * @param file a line each kind, some more than once
 * @param last whether this JVM is the last of the build
 */
record BuildReport(Path file, boolean last) {

    /** The report that the settings name, if they name one. */
    static Optional<BuildReport> of(Settings settings) {
        boolean last = settings.value(Settings.LAST).map(Boolean::parseBoolean).orElse(false);
        return settings.value(Settings.REPORT).map(file -> new BuildReport(Path.of(file), last));
    }

    static Optional<BuildReport> ofThisJvm() {
        return of(Settings.ofThisJvm());
    }

    void add(List<String> kinds) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, kinds, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The report of used servers cannot be written, see " + Settings.REPORT, e);
        }
    }

    /** What the last JVM says: one line, or nothing if no server was used. */
    Optional<String> conclusion() {
        if (!last || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> kinds =
                    Files.readAllLines(file).stream().distinct().sorted().toList();
            return Optional.of("Test servers used by all modules: " + String.join(", ", kinds));
        } catch (IOException e) {
            throw new UncheckedIOException("The report of used servers cannot be read, see " + Settings.REPORT, e);
        }
    }
}
