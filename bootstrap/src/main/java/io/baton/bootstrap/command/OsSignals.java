package io.baton.bootstrap.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Signals of the operating system, noticed before the JVM begins its own end.
 *
 * <p>A shutdown hook would see the first signal only, and too late: the JDK's logging is taken down by a hook of its own at
 * the same time. The class that tells more, {@code sun.misc.Signal} of the module {@code jdk.unsupported}, cannot be named
 * in code that is compiled without warnings, so it is looked up.
 */
final class OsSignals {
    private static final Logger LOG = System.getLogger(OsSignals.class.getName());
    /** What a supervisor, a terminal and the end of a terminal send; Windows lacks the last. */
    private static final List<String> ENDING = List.of("TERM", "INT", "HUP");

    private OsSignals() {}

    /**
     * Has the callback run at each of the signals that ask for an end, in a thread of the JVM's.
     *
     * @return whether at least one of them is noticed: not in a JVM without the module or started with {@code -Xrs}
     */
    static boolean onEnding(Runnable callback) {
        boolean noticed = false;
        for (String name : ENDING) {
            noticed |= on(name, callback);
        }
        return noticed;
    }

    private static boolean on(String name, Runnable callback) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> signal = lookup.findClass("sun.misc.Signal");
            Class<?> handler = lookup.findClass("sun.misc.SignalHandler");
            MethodHandle call = lookup.bind(callback, "run", MethodType.methodType(void.class));
            Object proxy =
                    MethodHandleProxies.asInterfaceInstance(handler, MethodHandles.dropArguments(call, 0, signal));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "the signal " + name + " is not noticed", e);
            return false;
        }
    }
}
