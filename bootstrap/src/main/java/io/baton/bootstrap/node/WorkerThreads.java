package io.baton.bootstrap.node;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads of a node: virtual ones for tasks where the JVM has them, platform ones elsewhere. */
final class WorkerThreads {
    /** 24: before it, a virtual thread that waits inside {@code synchronized} holds a carrier, which two tasks could exhaust. */
    private static final int UNPINNED = 24;

    private WorkerThreads() {}

    /** Runs the methods of tasks; grows to as many threads as there are slots. */
    static ExecutorService workers(String node) {
        return Runtime.version().feature() >= UNPINNED
                ? virtual()
                : Executors.newCachedThreadPool(named("baton-task-" + node));
    }

    static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return runnable -> {
            Thread thread = new Thread(runnable, prefix + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The same, of threads whose end by an error is told. */
    static ThreadFactory named(String prefix, UncaughtExceptionHandler told) {
        ThreadFactory quiet = named(prefix);
        return runnable -> {
            Thread thread = quiet.newThread(runnable);
            thread.setUncaughtExceptionHandler(told);
            return thread;
        };
    }

    /** By reflection, for the code is compiled for Java 17. */
    private static ExecutorService virtual() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("this JVM says it has virtual threads but gives none", e);
        }
    }
}
