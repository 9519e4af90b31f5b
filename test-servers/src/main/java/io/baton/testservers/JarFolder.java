package io.baton.testservers;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder inside a jar of the class path.
 *
 * @param name ends with a slash, or is empty for the top of the jar
 * @param known a file in the folder, by which the jar is found
 */
record JarFolder(String name, String known) {
    /** Whether the jar is on the class path. */
    boolean exists() {
        return resource() != null;
    }

    /** Copies all files whose path below this folder is {@code wanted} to the same path below {@code target}. */
    void copy(Predicate<String> wanted, Path target) throws IOException {
        URL url = resource();
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new FileNotFoundException("Not in a jar of the class path: " + name + known);
        }
        connection.setUseCaches(false); // a jar file of our own, which may be closed
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory()
                        && entry.getName().startsWith(name)
                        && wanted.test(entry.getName().substring(name.length()))) {
                    copy(jar, entry, target.resolve(entry.getName().substring(name.length())));
                }
            }
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }

    private @Nullable URL resource() {
        return JarFolder.class.getClassLoader().getResource(name + known);
    }
}
