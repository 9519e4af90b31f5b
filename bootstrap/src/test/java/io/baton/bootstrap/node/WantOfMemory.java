package io.baton.bootstrap.node;

import io.baton.application.Ports;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.TaskLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/** Ports behind which the JVM has no memory left for as long as asked. */
public final class WantOfMemory {
    private WantOfMemory() {}

    /** Of what the sweep and its like call. */
    public static Ports inCycles(Ports real, BooleanSupplier full) {
        Ports.Ledger ledger = real.what().ledger();
        return with(real, ledger.tasks(), failing(LedgerRecovery.class, ledger.recovery(), full));
    }

    /** Of what claims, starts and ends call. */
    public static Ports inBatches(Ports real, BooleanSupplier full) {
        Ports.Ledger ledger = real.what().ledger();
        return with(real, failing(TaskLedger.class, ledger.tasks(), full), ledger.recovery());
    }

    private static Ports with(Ports real, TaskLedger tasks, LedgerRecovery recovery) {
        Ports.Ledger ledger = real.what().ledger();
        return new Ports(
                real.when(),
                real.where(),
                new Ports.What(
                        real.what().definitions(),
                        new Ports.Ledger(tasks, recovery, ledger.history(), ledger.spool()),
                        real.what().witness()),
                real.invoker());
    }

    private static <T> T failing(Class<T> port, T real, BooleanSupplier full) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (full.getAsBoolean()) {
                        throw new InternalError(
                                "out of memory, on purpose"); // JUnit itself ends at an OutOfMemoryError
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
