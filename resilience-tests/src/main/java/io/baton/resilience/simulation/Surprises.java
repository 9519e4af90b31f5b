package io.baton.resilience.simulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the product calls an error in its log: in a simulation nothing is, for stores that fail are part of life. */
final class Surprises extends Handler {
    private static final Map<ThreadGroup, World> WORLDS = new ConcurrentHashMap<>();
    private static final Logger ROOT = quiet();

    private static Logger quiet() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.SEVERE);
        root.addHandler(new Surprises());
        return root;
    }

    /** Until it is forgotten, errors of this thread's group, to which its hands belong, are the world's. */
    static void watch(World world) {
        if (Level.SEVERE.equals(ROOT.getLevel())) {
            WORLDS.put(Thread.currentThread().getThreadGroup(), world);
        }
    }

    static void forget() {
        WORLDS.remove(Thread.currentThread().getThreadGroup());
    }

    @Override
    public void publish(LogRecord record) {
        World world = WORLDS.get(Thread.currentThread().getThreadGroup());
        if (world != null && record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            Throwable thrown = record.getThrown();
            world.surprised(new IllegalStateException("logged as an error: " + record.getMessage(), thrown));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
