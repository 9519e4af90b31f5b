package io.baton.bootstrap.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** One jar of tasks with what lies in {@code lib/} beside it. */
final class TaskJar {
    private final Path jar;
    private final List<Path> libraries;

    TaskJar(Path jar, List<Path> libraries) {
        this.jar = jar;
        this.libraries = List.copyOf(libraries);
    }

    String origin() {
        return String.valueOf(jar.getFileName());
    }

    TaskJarLoader loader(ClassLoader node) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(jar.toUri().toURL());
        for (Path library : libraries) {
            urls.add(library.toUri().toURL());
        }
        return new TaskJarLoader(origin(), urls.toArray(URL[]::new), node);
    }

    ScannedClasses scan(ClassLoader loader, Consumer<String> notices) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Iterable<Resource> classFiles = () -> file.stream()
                    .filter(entry -> holdsClass(entry.getName()))
                    .map(entry -> classFile(file, entry))
                    .iterator();
            return new ClassScan(loader, notices).scan(classFiles, origin());
        }
    }

    private static boolean holdsClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    private static Resource classFile(JarFile file, JarEntry entry) {
        try (var in = file.getInputStream(entry)) {
            return new ByteArrayResource(in.readAllBytes(), entry.getName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
