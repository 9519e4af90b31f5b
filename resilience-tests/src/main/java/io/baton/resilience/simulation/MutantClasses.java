package io.baton.resilience.simulation;

import io.baton.resilience.cluster.ClassPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Baton's classes once more, with one file of the source replaced: the classes of a Java file are compiled anew, a resource
 * is read as the mutant has it. Everything else is as it was built. The servers that tests start are not the product: all
 * share those of this program.
 */
final class MutantClasses extends ClassLoader {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Opened once for all: opening the jars takes longer than compiling one source. */
    private static final JavaFileManager JARS = COMPILER.getStandardFileManager(null, null, null);

    private static final String SERVERS = "io.baton.testservers.";

    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();
    private final Map<String, byte[]> resources = new HashMap<>();
    private final List<Path> folders;

    /** Nothing is changed. @param folders where classes and resources are looked for that this program has none of */
    MutantClasses(List<Path> folders) {
        super(MutantClasses.class.getClassLoader());
        this.folders = List.copyOf(folders);
    }

    /**
     * @param root of the project
     * @throws IllegalStateException if the place of the bug is not there once, or the source does not compile
     */
    MutantClasses(Mutant mutant, Path root, List<Path> folders) throws IOException {
        this(folders);
        String planted = mutant.planted(root);
        if (mutant.inResource()) {
            resources.put(mutant.resourceName(), planted.getBytes(StandardCharsets.UTF_8));
        } else {
            compile(mutant.className(), planted);
        }
    }

    private void compile(String className, String source) {
        StringWriter said = new StringWriter();
        JavaFileManager files = new Memory(JARS);
        List<String> options = List.of("-proc:none", "-nowarn", "-classpath", ClassPath.ofThisProgram());
        boolean done = COMPILER.getTask(said, files, null, options, null, List.of(new Source(className, source)))
                .call();
        if (!done) {
            throw new IllegalStateException("the planted source of " + className + " does not compile: " + said);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.baton.") || name.startsWith(SERVERS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        ByteArrayOutputStream anew = compiled.get(name);
        byte[] bytes = anew == null ? built(name) : anew.toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] built(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] planted = resources.get(name);
        return planted == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(planted);
    }

    /** What this program does not have itself. */
    @Override
    protected @Nullable URL findResource(String name) {
        try {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    return folder.resolve(name).toUri().toURL();
                }
            }
            return null;
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return compiled.computeIfAbsent(className, c -> new ByteArrayOutputStream());
                }
            };
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("mem:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
