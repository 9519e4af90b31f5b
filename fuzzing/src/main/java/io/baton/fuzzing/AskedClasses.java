package io.baton.fuzzing;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes which classes are asked for by name while something is read: of the thread's class loader, as frameworks do. */
public final class AskedClasses {
    private AskedClasses() {}

    /** What may go wrong while something is read. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** The names that were asked for, in their order. */
    public static List<String> during(Work work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Noting noting = new Noting(before)) {
            thread.setContextClassLoader(noting);
            work.run();
            return List.copyOf(noting.asked);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Noting extends URLClassLoader {
        private final List<String> asked = new CopyOnWriteArrayList<>();

        Noting(ClassLoader parent) {
            super(new URL[0], parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked.add(name);
            return super.loadClass(name, resolve);
        }
    }
}
