package io.baton.bootstrap.metrics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;

/** A port whose every call is timed: by the operation, and by whether the store did it. */
final class TimedPort {
    private TimedPort() {}

    /** @param name the timer's name; @param label what the operation is called in it */
    static <P> P of(Class<P> port, P real, Meters meters, String name, String label) {
        Object timed =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    long began = System.nanoTime();
                    String outcome = "ok";
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        outcome = "error";
                        throw e.getCause() == null ? e : e.getCause();
                    } finally {
                        meters.registry()
                                .timer(name, label, port.getSimpleName() + "." + method.getName(), "outcome", outcome)
                                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                    }
                });
        return port.cast(timed);
    }
}
