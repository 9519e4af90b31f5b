package io.baton.resilience.cluster;

import io.baton.resilience.traffic.Traffic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The jar of task classes that the nodes of a scene find in their {@code baton.tasks.dir}. */
final class TrafficJar {
    private TrafficJar() {}

    /** Packs the task class into a jar in that folder. */
    static void writeInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        String entry = Traffic.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("traffic.jar")));
                InputStream bytes = Traffic.class.getClassLoader().getResourceAsStream(entry)) {
            if (bytes == null) {
                throw new IOException("the class file " + entry + " is not on the class path");
            }
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }
}
