package io.baton.examples;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs the classes of this module into a jar, as Maven does after the tests. */
final class ExampleJar {
    private ExampleJar() {}

    static void packInto(Path folder) throws Exception {
        Path classes = classes();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("examples.jar")));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(ReportTask.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
