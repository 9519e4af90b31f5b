package io.baton.bootstrap.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.task.TaskTarget;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.stereotype.Component;

/** Compiles sources and packs them into a jar. */
public final class TestJar {
    private final Path work;
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();

    public TestJar(Path work) throws URISyntaxException {
        this.work = work;
        classPath.add(placeOf(TaskTarget.class));
        classPath.add(placeOf(Component.class));
    }

    TestJar with(Path library) {
        classPath.add(library);
        return this;
    }

    public TestJar source(String className, String text) throws IOException {
        Path file = work.resolve("src").resolve(className.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        sources.add(Files.writeString(file, text));
        return this;
    }

    /** Without the class files whose names contain the text. */
    public Path pack(Path jar, String without) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp"));
        arguments.add(String.join(
                java.io.File.pathSeparator,
                classPath.stream().map(Path::toString).toList()));
        sources.forEach(source -> arguments.add(source.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("compiled").isZero();
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (without.isEmpty() || !name.contains(without)) {
                    out.putNextEntry(new JarEntry(name));
                    out.write(Files.readAllBytes(file));
                    out.closeEntry();
                }
            }
        }
        return jar;
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
