package io.baton.bootstrap.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with jars of tasks, and {@code lib/} in it with what they need. */
final class JarDirectory {
    private final Path directory;

    JarDirectory(Path directory) {
        this.directory = directory;
    }

    /** In the order of their file names; none if there is no such folder. */
    List<TaskJar> jars() throws IOException {
        List<Path> libraries = jarsIn(directory.resolve("lib"));
        return jarsIn(directory).stream()
                .map(jar -> new TaskJar(jar, libraries))
                .toList();
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
