package io.baton.benchmarks.contender;

import io.baton.benchmarks.starts.Noop;
import io.baton.benchmarks.starts.Start;
import io.baton.benchmarks.starts.StartLog;
import io.baton.benchmarks.starts.Stay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The jar of what Baton's jobs run in a measurement. */
public final class TaskPack {
    private TaskPack() {}

    /** Packs it into the folder {@code tasks} of that folder, where nodes of a cluster there look. */
    public static void into(Path folder) {
        Path tasks = folder.resolve("tasks");
        try {
            Files.createDirectories(tasks);
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(tasks.resolve("bench.jar")))) {
                for (Class<?> packed : List.of(Noop.class, Stay.class, StartLog.class, Start.class)) {
                    add(jar, packed);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tasks cannot be packed", e);
        }
    }

    private static void add(JarOutputStream jar, Class<?> packed) throws IOException {
        String entry = packed.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(entry));
        try (InputStream bytes = packed.getClassLoader().getResourceAsStream(entry)) {
            if (bytes == null) {
                throw new IOException(entry + " is not on the class path");
            }
            bytes.transferTo(jar);
        }
        jar.closeEntry();
    }
}
