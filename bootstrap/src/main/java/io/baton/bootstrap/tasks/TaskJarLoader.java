package io.baton.bootstrap.tasks;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one jar of tasks.
 *
 * <p>It sees the JDK, the jar and what lies in {@code lib/} beside it. From the node it sees only what both must share:
 * the task API, Spring and the logging API; copies of these inside the jar are passed over. The node's other libraries
 * stay hidden, so that a task brings its own versions and an upgrade of the node breaks none.
 */
final class TaskJarLoader extends URLClassLoader {
    private static final List<String> SHARED = List.of(
            "io.baton.task.", "org.springframework.", "org.slf4j.", "org.apache.commons.logging.", "org.jspecify.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader node;

    TaskJarLoader(String name, URL[] jars, ClassLoader node) {
        super(name, jars, ClassLoader.getPlatformClassLoader());
        this.node = node;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isShared(name) ? node.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL findResource(String name) {
        return isShared(name.replace('/', '.')) ? node.getResource(name) : super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws java.io.IOException {
        if (!isShared(name.replace('/', '.'))) {
            return super.findResources(name);
        }
        URL one = node.getResource(name);
        return one == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(one));
    }

    private static boolean isShared(String name) {
        return SHARED.stream().anyMatch(name::startsWith);
    }
}
